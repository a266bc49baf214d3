import { DocumentDetails } from '@/lib/documents/details'
import { t } from '@/lib/platform/i18n'
import { type Mapping, type SheetField, sheetFields } from './fields'
import { foreignHeaderNames } from './foreign-header-names'
import { headerNames, keyOfHeader } from './header-names'
import { withoutMark } from './read-words'
import type { Column } from './sheet-shape'

/**
 * Returns which column contains which field, by the names of the columns. Our own names count first, so that an export
 * can be imported again.
 */
export function guessMapping(headers: readonly string[]): Mapping {
  const keys = headers.map(keyOfHeader)
  const own = ownNames()
  const mapping: Mapping = {}
  const taken = new Set<number>()
  const take = (field: SheetField, names: readonly string[]) => {
    if (mapping[field] !== undefined) return
    // Names come in the order of how sure they are.
    const place = names.map((name) => keys.indexOf(name)).find((one) => one !== -1 && !taken.has(one))
    if (place === undefined) return
    mapping[field] = place
    taken.add(place)
  }
  for (const field of sheetFields) take(field, own[field] ?? [])
  // An export of the register has further columns, which sum up the ones that are imported.
  if (mapping.key !== undefined && keys.includes(keyOfHeader(t('csv.status')))) return mapping
  for (const field of sheetFields) take(field, [keyOfHeader(t(`sheets.field.${field}`))])
  for (const field of sheetFields) take(field, headerNames[field])
  for (const field of sheetFields) take(field, foreignHeaderNames[field])
  return mapping
}

/** Returns the mapping with a column called "Document" as the symbol or the title, if its values cannot be codes. */
export function documentByValues(mapping: Mapping, columns: readonly Column[]): Mapping {
  const { document, ...others } = mapping
  if (document === undefined) return mapping
  const values = columns[document]?.examples ?? []
  if (values.some((value) => DocumentDetails.shape.code.safeParse(withoutMark(value)).success)) return mapping
  const field = values.some((value) => value.includes('/')) ? 'symbol' : 'documentTitle'
  return mapping[field] === undefined ? { ...others, [field]: document } : mapping
}

/** The names that the exports of the register give to columns, in the reader's language. */
const ownNames = (): Partial<Record<SheetField, string[]>> =>
  Object.fromEntries(
    Object.entries({
      key: t('csv.key'),
      document: t('csv.document'),
      documentTitle: t('csv.documentTitle'),
      paragraph: t('csv.paragraph'),
      title: t('csv.title'),
      quote: t('csv.quote'),
      kind: t('csv.kind'),
      themes: t('csv.themes'),
      addressees: t('csv.addressees'),
      organization: t('csv.organization'),
      role: t('csv.role'),
      owner: t('csv.owner'),
      dueOn: t('csv.due'),
      progress: t('csv.progress'),
      asOf: t('csv.reportAsOf'),
      report: t('csv.reportWords'),
    }).map(([field, name]) => [field, [keyOfHeader(name)]]),
  )
