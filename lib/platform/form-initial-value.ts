/** Returns the name of the hidden field with the value that a field had when it was shown. */
export const initialValueName = (name: string) => `$shown:${name}`
