/** What a font file says about itself: the name of its family, and which characters it has. */
export type FontFile = { family: string; has: (character: number) => boolean }

type Range = { from: number; to: number }

/** Reads the name and the characters of a TrueType or OpenType font. Throws if the content is no such font. */
export function readFontFile(content: Buffer): FontFile {
  const tables = tablesOf(content)
  const characters = tables.get('cmap')
  const names = tables.get('name')
  if (!characters || !names) throw new Error('A font file has no characters or no name.')
  const ranges = rangesOf(characters)
  return {
    family: familyOf(names),
    has: (character) => ranges.some(({ from, to }) => from <= character && character <= to),
  }
}

function tablesOf(content: Buffer) {
  const count = content.readUInt16BE(4)
  return new Map(
    Array.from({ length: count }, (_, place) => {
      const at = 12 + place * 16
      const start = content.readUInt32BE(at + 8)
      return [content.toString('latin1', at, at + 4), content.subarray(start, start + content.readUInt32BE(at + 12))]
    }),
  )
}

/** Returns the family of a font. A typographic family comprises more weights, so it comes first. */
function familyOf(names: Buffer): string {
  const texts = names.readUInt16BE(4)
  const records = Array.from({ length: names.readUInt16BE(2) }, (_, place) => {
    const at = 6 + place * 12
    const [platform = 0, , , id = 0, length = 0, start = 0] = [0, 2, 4, 6, 8, 10].map((field) =>
      names.readUInt16BE(at + field),
    )
    return { platform, id, text: names.subarray(texts + start, texts + start + length) }
  }).filter(({ platform }) => platform === windows)
  const found = records.find(({ id }) => id === typographicFamily) ?? records.find(({ id }) => id === family)
  if (!found) throw new Error('A font file has no name of its family.')
  return Buffer.from(found.text).swap16().toString('utf16le')
}

const windows = 3
const family = 1
const typographicFamily = 16

/** Returns the characters of a font, from its table for all of Unicode, or else from that for its first 65,536 places. */
function rangesOf(characters: Buffer): Range[] {
  const tables = Array.from({ length: characters.readUInt16BE(2) }, (_, place) => {
    const table = characters.subarray(characters.readUInt32BE(4 + place * 8 + 4))
    return { format: table.readUInt16BE(0), table }
  })
  const whole = tables.find(({ format }) => format === 12)
  if (whole) return groupsOf(whole.table)
  const first = tables.find(({ format }) => format === 4)
  if (!first) throw new Error('A font file has no table of Unicode characters.')
  return segmentsOf(first.table)
}

const groupsOf = (table: Buffer): Range[] =>
  Array.from({ length: table.readUInt32BE(12) }, (_, place) => {
    const at = 16 + place * 12
    return { from: table.readUInt32BE(at), to: table.readUInt32BE(at + 4) }
  })

/** A segment may contain characters without a letter, which its table of letters shows as zero. */
function segmentsOf(table: Buffer): Range[] {
  const length = table.readUInt16BE(6)
  return Array.from({ length: length / 2 }, (_, place) => {
    const [toAt, fromAt, deltaAt, lettersAt] = [14, 16 + length, 16 + 2 * length, 16 + 3 * length].map(
      (start) => start + place * 2,
    ) as [number, number, number, number]
    const [from, to] = [table.readUInt16BE(fromAt), table.readUInt16BE(toAt)]
    const [delta, letters] = [table.readUInt16BE(deltaAt), table.readUInt16BE(lettersAt)]
    const letterOf = (character: number) =>
      letters === 0 ? (character + delta) & 0xffff : table.readUInt16BE(lettersAt + letters + (character - from) * 2)
    return Array.from({ length: to - from + 1 }, (_, step) => from + step)
      .filter((character) => letterOf(character) !== 0)
      .map((character) => ({ from: character, to: character }))
  }).flat()
}
