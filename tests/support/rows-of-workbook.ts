import { readXlsx } from '@/lib/formats/xlsx/read-xlsx'

/** Returns the rows of a worksheet of an XLSX workbook, counted from 0. */
export function rowsOfWorkbook(content: Buffer, worksheet = 0): string[][] {
  const rows: string[][] = []
  readXlsx(
    content,
    (_, cells) => {
      rows.push([...cells])
      return true
    },
    worksheet,
  )
  return rows
}
