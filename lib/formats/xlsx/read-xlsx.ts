import { openArchive } from '../package/zip'
import { RefusedFile } from '../refused-file'
import type { WriteRow } from '../sheet/write-row'
import { readNumberFormats } from './number-formats'
import { readRows } from './read-rows'
import { readSharedStrings } from './texts'
import { readWorkbook } from './workbook'

/** How many bytes the parts of a workbook unpack to, at most. Its rows are read piece by piece, and none is kept. */
const mostUnpacked = 1024 ** 3

/**
 * Reads the rows of an XLSX workbook: those of the worksheet with the place that is given, or else those of the first one
 * that has any. Returns the names of the worksheets, and the place of the one that was read.
 */
export function readXlsx(content: Buffer, write: WriteRow, place: number | undefined) {
  const archive = openArchive(content, mostUnpacked)
  const { worksheets, from1904, styles, sharedStrings } = readWorkbook(archive)
  const visible = worksheets.some(({ hidden }) => !hidden) ? worksheets.filter(({ hidden }) => !hidden) : worksheets
  const shared = {
    texts: readSharedStrings(archive, sharedStrings),
    formats: readNumberFormats(archive, styles),
    from1904,
  }
  for (const [at, { part }] of visible.entries()) {
    if (place !== undefined && place !== at) continue
    let some = false
    readRows(archive, part, shared, (row, cells, share) => {
      const kept = write(row, cells, share)
      some ||= kept
      return kept
    })
    if (some) return { worksheets: visible.map(({ name }) => name), worksheet: at }
  }
  throw new RefusedFile('file_without_text')
}
