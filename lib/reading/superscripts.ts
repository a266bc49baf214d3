const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** Returns a text with its raised digits as those of ASCII. */
export const withPlainDigits = (text: string) =>
  text.replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(superscripts.indexOf(digit)))
