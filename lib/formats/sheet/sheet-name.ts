import { extname } from 'node:path'

/**
 * The name under which the reader of files gets a spreadsheet. No file that someone sends has this ending, because names
 * lose their control characters.
 */
export const sheetName = 'sheet.\u0001sheet'

export const sheetEnding = extname(sheetName)
