/**
 * Takes the rows of a spreadsheet one after another: the number of each, its cells, and how much has been read. Returns
 * whether there is anything in the row.
 */
export type WriteRow = (row: number, cells: readonly string[], share: number) => boolean
