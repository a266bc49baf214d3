/**
 * Keeps functions of the language that pdfjs replaces with slower ones of its own, for old browsers. Returns what puts them
 * back.
 */
export function keepingOwnFunctions(): () => void {
  const { push } = Array.prototype
  const { parse, stringify } = JSON
  return () => {
    Object.defineProperty(Array.prototype, 'push', { value: push, configurable: true, writable: true })
    Object.assign(JSON, { parse, stringify })
  }
}
