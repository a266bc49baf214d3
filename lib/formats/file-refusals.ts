/** Why a file was not read, or cannot become a document. Each has a text in the catalogue. */
export const fileRefusals = [
  'file_doctype',
  'file_empty',
  'file_encrypted',
  'file_memory',
  'file_nested',
  'file_reader_failed',
  'file_right_to_left',
  'file_text_too_long',
  'file_timed_out',
  'file_too_large',
  'file_too_large_unpacked',
  'file_too_many_pages',
  'file_type_unknown',
  'file_unreadable',
  'file_with_macros',
  'file_without_text',
  'file_without_unicode',
  'import_paragraph_long',
  'import_paragraphs_many',
  'import_text_long',
  'import_without_text',
  'sheet_cell_long',
  'sheet_columns_many',
  'sheet_format_old',
  'sheet_rows_many',
  'sheet_type_unknown',
  'sheet_unreadable',
] as const

export type FileRefusal = (typeof fileRefusals)[number]

export type RefusalParams = Record<string, string | number>

/** Thrown by the reader of a format when it cannot read a file. */
export class RefusedFile extends Error {
  constructor(
    readonly code: FileRefusal,
    readonly params: RefusalParams = {},
  ) {
    super(code)
  }
}
