import { encodingOf } from './kinds/plain-text'

/**
 * Returns the text of a file in UTF-16 with a mark, or in UTF-8, or else in Windows-1252, which every sequence of bytes
 * can be. A named encoding is tried after UTF-8, because pages often name an older one than they use.
 */
export function decodeText(content: Buffer, named = 'windows-1252'): string {
  const marked = encodingOf(content)
  if (marked !== 'utf-8') return new TextDecoder(marked).decode(content)
  return (
    decodeAs('utf-8', content) ?? (western.test(named) ? undefined : decodeAs(named, content)) ?? decode1252(content)
  )
}

/** These names all mean Windows-1252 in browsers. */
const western = /^(?:windows-1252|cp1252|iso-?8859-1|latin1|us-ascii|ascii)$/i

const from80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Node 20 decodes Windows-1252 as if it were Latin-1. */
const decode1252 = (content: Buffer) =>
  content.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => from80[sign.charCodeAt(0) - 0x80] ?? sign)

function decodeAs(encoding: string, content: Buffer) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content)
  } catch (error) {
    // An unknown name of an encoding is a RangeError, and bytes that it cannot have are a TypeError.
    if (error instanceof RangeError || error instanceof TypeError) return undefined
    throw error
  }
}
