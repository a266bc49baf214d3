/** SQL: the first spelling of the theme with a key. */
export const firstForm = (key: string) =>
  `(select theme from recommendation_themes where key = ${key} order by recommendation_id limit 1)`
