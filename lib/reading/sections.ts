const annex =
  /^(?:annex(?:e|es)?|appendix|appendices|attachment|schedule|anexo|apéndice|appendice|anhang|приложение|добавление)(?![\p{L}\p{M}])|^(?:附件|附录|المرفق)/iu

/** Returns whether a heading begins a section of its own, such as an annex. */
export const isSectionHeading = (text: string) => annex.test(text)

/** Returns whether a number begins a numbering again after others: "1", "1.1". */
export function restarts(label: string, last: readonly string[]): boolean {
  const numbers = label.normalize('NFKC').split('.')
  return last.length > 0 && numbers.every((number) => number === '1')
}
