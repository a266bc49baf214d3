import { RefusedFile } from '../file-refusals'
import { relationsIn, relationsOf } from '../package/relations'
import { readXml } from '../package/xml'
import type { Archive } from '../package/zip'

/** A worksheet: its name, where it is in the archive, and whether people see it. */
type Worksheet = { name: string; part: string; hidden: boolean }

/** What a workbook contains. `from1904` says that its days are counted from 1904. */
export type Workbook = {
  worksheets: Worksheet[]
  from1904: boolean
  styles: string | undefined
  sharedStrings: string | undefined
}

/** The most worksheets of which one can be chosen. */
const mostWorksheets = 100

/** Reads what a workbook contains. Charts and other sheets without cells are left out. */
export function readWorkbook(archive: Archive): Workbook {
  const part = relationsIn(archive, '').get('officeDocument')
  if (part === undefined || !archive.entries.has(part)) throw new RefusedFile('file_unreadable')
  const related = relationsOf(archive, part)
  const partOf = (type: string) => related.find((one) => one.type === type && archive.entries.has(one.target))?.target
  const worksheets: Worksheet[] = []
  let from1904 = false
  readXml(archive, part, {
    open({ name, value }) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(value('date1904') ?? '')
      if (name !== 'sheet' || worksheets.length === mostWorksheets) return
      const target = related.find(({ id, type }) => type === 'worksheet' && id === value('id'))?.target
      if (target === undefined || !archive.entries.has(target)) return
      worksheets.push({ name: value('name') ?? '', part: target, hidden: (value('state') ?? 'visible') !== 'visible' })
    },
    close() {},
  })
  return { worksheets, from1904, styles: partOf('styles'), sharedStrings: partOf('sharedStrings') }
}
