/** The row of a spreadsheet from which something was imported. `sheet` is the ID of the spreadsheet. */
export type Imported = { sheet: string; row: number }

/** SQL: the row of a spreadsheet from which the row with this ID was imported; null if it was not. */
export const importedFrom = (id: string) => `(
  select json_build_object('sheet', im.sheet_id, 'row', im.row) from sheet_made im where im.id = ${id})`
