import { extname } from 'node:path'

/**
 * The name under which the reader of files gets a spreadsheet, with the place of the worksheet to read. No file that
 * someone sends has this ending, because names lose their control characters.
 */
export const sheetName = (worksheet?: number) => `sheet.\u0001sheet${worksheet ?? ''}`

const ending = extname(sheetName())

/** Returns which worksheet an ending asks for, or undefined if it is not that of a spreadsheet. */
export function readSheetEnding(name: string): { worksheet: number | undefined } | undefined {
  if (!name.startsWith(ending)) return undefined
  const place = name.slice(ending.length)
  return { worksheet: place === '' ? undefined : Number(place) }
}
