/** What the reader gets for pasted text in place of the ending of a file, which begins with a full stop. */
export const pasted = 'pasted'
