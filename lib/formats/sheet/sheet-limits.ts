/** The limits of a spreadsheet: rows, columns, and characters of one cell, which are those of Excel. */
export const sheetLimits = { rows: 200_000, columns: 200, cell: 32_767 }
