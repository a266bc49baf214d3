import type { NotRead } from '@/lib/formats/run-reader'
import type { Code } from '@/lib/platform/i18n'

/** What is said of a spreadsheet where the text for other files names what only those can do. */
const codes: Partial<Record<NotRead['code'], Code>> = {
  file_memory: 'sheet_memory',
  file_reader_failed: 'sheet_reader_failed',
  file_text_too_long: 'sheet_text_long',
  file_timed_out: 'sheet_timed_out',
  file_too_large_unpacked: 'sheet_unpacked',
  file_type_unknown: 'sheet_type_unknown',
  file_without_text: 'sheet_without_rows',
}

/** Returns why a spreadsheet was not read, in the words for spreadsheets. */
export const readingFailure = ({ code, params }: NotRead) => ({ code: codes[code] ?? code, params })
