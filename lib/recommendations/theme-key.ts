/** SQL: how the theme with a key was written first. */
export const firstForm = (key: string) =>
  `(select theme from recommendation_themes where key = ${key} order by recommendation_id limit 1)`
