import 'server-only'
import { z } from 'zod'
import { DocumentDetails } from '@/lib/documents/details'
import type { Actor } from '@/lib/domain/actor'
import { Checkbox } from '@/lib/platform/checkbox'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, type Transaction } from '@/lib/platform/db'
import { ExistingId } from '@/lib/platform/id'
import {
  conflict,
  type FieldError,
  forbidden,
  invalid,
  notFound,
  ok,
  type Result,
  unparsed,
} from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Version } from '@/lib/platform/version'
import { wholeNumber } from '@/lib/platform/whole-number'
import { type Mapping, sheetFields } from './fields'
import { findOrganizationsNamed } from './find-duties'
import { mayImportSheets } from './policy'
import { sheetNow } from './queries'
import { dayOrders } from './read-day'
import { Options, type SheetNow } from './sheet-shape'

const { code, title, symbol } = DocumentDetails.shape

const Name = nameText('organization_missing')

/** The most names that are given at a time. */
const mostNames = 400

const isShort = (names: object) => Object.keys(names).length <= mostNames

const MapColumns = z.strictObject({
  id: ExistingId,
  version: Version.optional(),
  /** For each field, the place of its column, counted from 0. Two fields cannot have the same column. */
  mapping: z.partialRecord(z.enum(sheetFields, 'sheet_field_unknown'), wholeNumber('sheet_column_unknown', 0)),
  /** The document of rows that name none. */
  code: code.optional(),
  title: title.optional(),
  symbol,
  order: z.enum(dayOrders, 'field_unreadable').optional(),
  /** Whether a quote that is not in the document that its row names gets a document of its own. */
  apart: Checkbox,
  /**
   * The organization or group that a name in the rows means, by that name: '' for what it says. Those that were given
   * before stay.
   */
  sameAs: z
    .record(Name, Name.or(z.literal('')), 'field_unreadable')
    .refine(isShort, 'list_too_long')
    .optional(),
})

/**
 * Says which column of a spreadsheet contains what, and has its rows checked again. Returns the spreadsheet. Refusals:
 * `sheet_forbidden`, `sheet_not_found`, `sheet_not_in_review`, `sheet_changed`.
 */
export async function mapColumns(actor: Actor, input: unknown): Promise<Result<SheetNow>> {
  const parsed = MapColumns.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  const { id, version, mapping, code, title, symbol, order, apart, sameAs = {} } = parsed.data
  return inWriterTurn(() =>
    db.$transaction(
      async (tx): Promise<Result<SheetNow>> => {
        await tx.$executeRaw`select from sheets where id = ${id}::uuid for update`
        const sheet = await tx.sheet.findUnique({
          where: { id },
          select: { state: true, version: true, columns: true, options: true },
        })
        if (!sheet) return notFound('sheet_not_found')
        const current = await sheetNow(tx, id)
        if (sheet.state !== 'review') return conflict('sheet_not_in_review', current)
        if (version !== undefined && version !== sheet.version) return conflict('sheet_changed', current)
        const errors = [...wrongIn(mapping, current.columns.length), ...(await unknownIn(tx, actor, sameAs))]
        if (errors.length > 0) return invalid(...errors)

        const before = Options.parse(sheet.options)
        const options = {
          title,
          code,
          symbol,
          order: order ?? before.order,
          apart,
          sameAs: merged(before.sameAs, sameAs),
        }
        await tx.$executeRaw`update sheet_rows set state = 'unchecked', errors = '[]', new_organizations = '{}' where sheet_id = ${id}::uuid`
        await tx.sheet.update({
          where: { id },
          data: { state: 'checking', mapping, options, progress: 0, nextAttemptAt: now(), version: { increment: 1 } },
          select: { id: true },
        })
        return ok(await sheetNow(tx, id))
      },
      { timeout: 60_000 },
    ),
  )
}

function wrongIn(mapping: Mapping, count: number): FieldError[] {
  const errors: FieldError[] = []
  const taken = new Set<number>()
  for (const field of sheetFields) {
    const place = mapping[field]
    if (place === undefined) continue
    if (place >= count) errors.push({ field: `mapping.${field}`, code: 'sheet_column_unknown', params: {} })
    else if (taken.has(place)) errors.push({ field: `mapping.${field}`, code: 'sheet_column_shared', params: {} })
    taken.add(place)
  }
  if (mapping.quote === undefined && mapping.key === undefined) {
    errors.push({ field: 'mapping.quote', code: 'sheet_quote_unmapped', params: {} })
  }
  return errors
}

/** Returns an error for each name that is said to mean what is not there. */
async function unknownIn(tx: Transaction, actor: Actor, sameAs: Record<string, string>): Promise<FieldError[]> {
  const named = Object.entries(sameAs).filter(([, name]) => name !== '')
  const found = await findOrganizationsNamed(
    tx,
    actor,
    named.map(([, name]) => name),
  )
  return named.flatMap(([written, name]): FieldError[] => {
    const one = found.get(name)
    const field = `sameAs.${written}`
    if (one === undefined || one === 'new') return [{ field, code: 'organization_unknown', params: { name } }]
    return 'wrong' in one ? [{ ...one.wrong, field }] : []
  })
}

const merged = (before: Record<string, string>, names: Record<string, string>) =>
  Object.fromEntries(Object.entries({ ...before, ...names }).filter(([, name]) => name !== ''))
