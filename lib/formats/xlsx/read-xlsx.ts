import { RefusedFile } from '../file-refusals'
import { type Archive, openArchive } from '../package/zip'
import type { WriteRow } from '../sheet/write-row'
import type { Shared } from './cell-reader'
import { readNumberFormats } from './number-formats'
import { readRows } from './read-rows'
import { readSharedStrings } from './texts'
import { readWorkbook } from './workbook'

/** How many bytes the parts of a workbook unpack to, at most. Its rows are read piece by piece, and none is kept. */
const mostUnpacked = 1024 ** 3

/**
 * Reads the rows of one worksheet of an XLSX workbook: the one at `place`, or else the first with more than one row. If
 * none has more, reads the first with one row. A cover sheet often has a single row. Returns the names of the
 * worksheets, and the place of the one that was read.
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
  const several = place ?? visible.findIndex(({ part }) => hasSeveralRows(archive, part, shared))
  const chosen = several < 0 ? undefined : several
  for (const [at, { part }] of visible.entries()) {
    if (chosen !== undefined && chosen !== at) continue
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

/** Returns whether a worksheet has more than one row with anything in it. Reads no further than the second. */
function hasSeveralRows(archive: Archive, part: string, shared: Shared): boolean {
  const second = new Error('The second row is there.')
  let some = false
  try {
    readRows(archive, part, shared, () => {
      if (some) throw second
      some = true
      return true
    })
  } catch (error) {
    if (error !== second) throw error
    return true
  }
  return false
}
