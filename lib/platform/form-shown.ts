/** The name of what goes with a field unseen: what it said when it was shown. */
export const asShown = (name: string) => `$shown:${name}`
