import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { largestFile } from '@/lib/evidence/add-file'
import { sha256 as hashOf } from '@/lib/history/events'
import { nameOf, receiveUploaded, tooLarge } from '@/lib/imports/receive-uploaded'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, type Transaction } from '@/lib/platform/db'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { placeFile } from '@/lib/platform/file-store'
import { NewRowId } from '@/lib/platform/id'
import { keepFile } from '@/lib/platform/keep-file'
import type { FormRequest } from '@/lib/platform/receive-form'
import { conflict, forbidden, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { mayImportSheets } from './policy'

const Given = z.strictObject({
  id: NewRowId,
  /** Reads the same content again. */
  again: z.enum(['yes', 'no'], 'field_unreadable').default('no'),
})

type Given = z.output<typeof Given>

/** `earlier` says that the same content was sent before, and that this is that spreadsheet. */
export type ReceivedSheet = { id: string; address: string; earlier?: true }

/**
 * Takes a spreadsheet to import. The form is read as it arrives, and only from those who may import. Nothing of a refused
 * file stays. If the same content was sent before, returns that spreadsheet. Refusals: `sheet_forbidden`,
 * `sheet_sent_before`.
 */
export async function receiveSheet(
  actor: Actor,
  given: { id?: string },
  request: FormRequest,
): Promise<Result<ReceivedSheet>> {
  if (!mayImportSheets(actor)) return forbidden('sheet_forbidden')

  return receiveUploaded(actor, request, {
    keep,
    store: (file, fields) => receiveStored(actor, file, file.sentAs, { ...fields, ...given }),
  })
}

/** Takes a spreadsheet that has arrived already. Only for those who may import. See `receiveSheet`. */
export const receiveStored = (
  actor: Actor,
  file: ReceivedFile,
  sentAs: string,
  fields: object,
): Promise<Result<ReceivedSheet>> =>
  keep(file, async () => {
    const parsed = Given.safeParse(fields)
    if (!parsed.success) return unparsed(parsed.error)
    if (file.bytes === 0) return invalidField('file', 'file_empty')
    if (file.bytes > largestFile * 1024 * 1024) return tooLarge
    // Before the transaction, which must not wait for a slow store.
    await placeFile(file)
    return inWriterTurn(() => db.$transaction((tx) => insert(tx, actor, file, nameOf(sentAs), parsed.data)))
  })

const keep = (file: ReceivedFile, work: () => Promise<Result<ReceivedSheet>>) =>
  keepFile(file, work, async () => (await db.sheet.count({ where: { storedAs: file.name } })) > 0)

async function insert(
  tx: Transaction,
  actor: Actor,
  { sha256, bytes, name: storedAs }: ReceivedFile,
  name: string,
  { id, again }: Given,
): Promise<Result<ReceivedSheet>> {
  const sent = hashOf(JSON.stringify({ sha256, name, again }))
  // If two people send the same content at once, the second waits here and then sees the spreadsheet of the first.
  await lockName(tx, `sheet ${sha256}`)
  const there = await tx.sheet.findUnique({ where: { id }, select: { authorId: true, sent: true } })
  if (there) {
    const same = there.authorId === actor.id && there.sent === sent
    return same ? unchanged(received(id)) : conflict('sheet_sent_before', null)
  }
  const earlier = again === 'yes' ? null : await earlierSheet(tx, sha256)
  if (earlier) return unchanged({ ...received(earlier.id), earlier: true })

  const moment = now()
  await tx.sheet.create({
    data: { id, authorId: actor.id, name, sha256, bytes, storedAs, sent, receivedAt: moment, nextAttemptAt: moment },
    select: { id: true },
  })
  return ok(received(id))
}

/** Returns the newest spreadsheet with the same content that is in use. */
const earlierSheet = (tx: Transaction, sha256: string) =>
  tx.sheet.findFirst({
    where: { sha256, state: { notIn: ['failed', 'withdrawn'] } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })

const received = (id: string) => ({ id, address: `/sheets/${id}` })
