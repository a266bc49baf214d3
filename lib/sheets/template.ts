import { t } from '@/lib/platform/i18n'
import type { SheetField } from './fields'

/** The columns of the template, in the order in which people fill them. */
const columns = [
  ...(['symbol', 'documentTitle', 'paragraph', 'quote', 'title', 'themes', 'addressees', 'organization'] as const),
  ...(['role', 'owner', 'dueOn', 'progress', 'asOf', 'report', 'sourceKey'] as const),
] satisfies SheetField[]

/** Returns the names of the columns of a spreadsheet that can be imported as it is. */
export const templateColumns = (): string[] => columns.map((field) => t(`sheets.field.${field}`))
