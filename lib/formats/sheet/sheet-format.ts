import { decodeText } from '../decode-text'
import { RefusedFile } from '../file-refusals'
import { kindOfContent } from '../kinds/detect-kind'
import type { SheetFormat } from './sheet-messages'

const page = /<(?:!doctype\s+html|html|head|table|\?xml)[\s>]/i

/** What every Office document contains, also if its end is missing. */
const office = '[Content_Types].xml'

/** How much of a text is looked at, in bytes. */
const looked = 64 * 1024

/**
 * Returns the format of a spreadsheet by its content. Any text counts as CSV, also one in which some bytes are no
 * characters. Some programs save pages under the name of a workbook, and those are none.
 */
export async function sheetFormatOf(content: Buffer): Promise<SheetFormat> {
  const found = await kindOfContent(content)
  if ('kind' in found) {
    if (found.kind === 'xlsx') return 'xlsx'
    if (found.kind === 'csv' || found.kind === 'txt' || found.kind === 'eml') return 'csv'
    throw new RefusedFile(found.kind === 'xls' || found.kind === 'ods' ? 'sheet_format_old' : 'sheet_type_unknown')
  }
  if (found.refused === 'evidence_type_locked') throw new RefusedFile('file_encrypted')
  if (found.refused === 'evidence_type_macros') throw new RefusedFile('file_with_macros')
  if (found.refused === 'evidence_type_archive' && content.includes(office)) throw new RefusedFile('file_unreadable')
  const text = decodeText(content.subarray(0, looked))
  if (found.refused === 'evidence_type_page' && !page.test(text)) return 'csv'
  if (found.refused === 'evidence_type_unknown' && isMostlyText(text)) return 'csv'
  throw new RefusedFile('sheet_type_unknown')
}

/** Returns whether at most one character in a hundred is a control character. */
function isMostlyText(text: string) {
  let controls = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32)) controls++
  }
  return controls * 100 <= text.length
}
