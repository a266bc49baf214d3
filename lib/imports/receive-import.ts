import 'server-only'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { KnownCode } from '@/lib/documents/details'
import { listedDocument } from '@/lib/documents/queries'
import { TypedDetails } from '@/lib/documents/typed-details'
import type { Actor } from '@/lib/domain/actor'
import { largestFile } from '@/lib/evidence/add-file'
import { sha256 as hashOf } from '@/lib/history/events'
import { now } from '@/lib/platform/clock'
import { db, inWriterTurn, type Transaction } from '@/lib/platform/db'
import type { ReceivedFile } from '@/lib/platform/file-place'
import { placeFile, receiveFile } from '@/lib/platform/file-store'
import { NewRowId } from '@/lib/platform/id'
import { keepFile } from '@/lib/platform/keep-file'
import type { FormRequest } from '@/lib/platform/receive-form'
import {
  conflict,
  forbidden,
  invalidField,
  notFound,
  ok,
  type Result,
  unchanged,
  unparsed,
} from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { isKeepable } from '@/lib/platform/text'
import { mayImport } from './policy'
import { nameOf, receiveUploaded, tooLarge } from './receive-uploaded'
import { refusesDetails } from './refuses-details'

/** The longest pasted text, in characters. */
const longestText = 600_000

const Given = z.strictObject({
  ...TypedDetails.shape,
  id: NewRowId,
  /** Imports the same content again. */
  again: z.enum(['yes', 'no'], 'field_unreadable').default('no'),
  /** The code of the document of which it is a new edition. */
  editionOf: KnownCode.optional(),
})

const Text = z.strictObject({
  ...Given.shape,
  text: z
    .string('import_text_missing')
    .max(longestText, 'text_too_long')
    .refine(isKeepable, { error: 'text_unreadable', abort: true })
    .refine((text) => text.trim() !== '', 'import_text_missing'),
})

type Given = z.output<typeof Given>

/** `earlier` says that the same content was imported before, and that this is that import. */
export type Received = { id: string; address: string; earlier?: true }

/**
 * Takes a file to import. The form is read as it arrives, and only from those who may import. Nothing of a refused file
 * stays. If the same content was imported before, returns that import. Refusals: `import_forbidden`,
 * `import_sent_before`, `document_not_found`, `document_archived`, `edition_details_fixed`.
 */
export async function receiveImport(
  actor: Actor,
  given: { id?: string },
  request: FormRequest,
): Promise<Result<Received>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  return receiveUploaded(actor, request, {
    keep,
    store: (file, fields) => receiveStored(actor, file, file.sentAs, { ...fields, ...given }),
  })
}

/** Takes a file to import that has arrived already. Only for those who may import. See `receiveImport`. */
export const receiveStored = (
  actor: Actor,
  file: ReceivedFile,
  sentAs: string,
  fields: object,
): Promise<Result<Received>> =>
  keep(file, async () => {
    const parsed = Given.safeParse(fields)
    if (!parsed.success) return unparsed(parsed.error)
    if (file.bytes === 0) return invalidField('file', 'file_empty')
    if (file.bytes > largestFile * 1024 * 1024) return tooLarge
    return add(actor, file, nameOf(sentAs), parsed.data)
  })

/**
 * Takes a pasted text to import. If the same text was imported before, returns that import. Refusals:
 * `import_forbidden`, `import_sent_before`.
 */
export async function receiveText(actor: Actor, input: unknown): Promise<Result<Received>> {
  if (!mayImport(actor)) return forbidden('import_forbidden')

  const parsed = Text.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { text, ...given } = parsed.data
  const file = await receiveFile(Readable.from([Buffer.from(text)]), new AbortController().signal)
  return keep(file, () => add(actor, file, '', given))
}

const keep = (file: ReceivedFile, work: () => Promise<Result<Received>>) =>
  keepFile(file, work, async () => (await db.import.count({ where: { storedAs: file.name } })) > 0)

async function add(actor: Actor, file: ReceivedFile, name: string, given: Given): Promise<Result<Received>> {
  // Before the transaction, which must not wait for a slow store.
  await placeFile(file)
  return inWriterTurn(() => db.$transaction((tx) => insert(tx, actor, { file, name, given })))
}

type Arrived = { file: ReceivedFile; name: string; given: Given }

async function insert(tx: Transaction, actor: Actor, { file, name, given }: Arrived): Promise<Result<Received>> {
  const { id, again, editionOf, ...details } = given
  const { sha256, bytes, name: storedAs } = file
  const sent = hashOf(JSON.stringify({ sha256, name, ...given }))
  // If two people send the same content at once, the second waits here and then sees the import of the first.
  await lockName(tx, `import ${sha256}`)
  const there = await tx.import.findUnique({ where: { id }, select: { authorId: true, sent: true } })
  if (there) {
    const same = there.authorId === actor.id && there.sent === sent
    return same ? unchanged(received(id)) : conflict('import_sent_before', null)
  }
  const refused = editionOf === undefined ? undefined : refusesDetails(details)
  if (refused) return refused
  const document = editionOf === undefined ? undefined : await listedDocument(tx, editionOf)
  if (editionOf !== undefined && !document) return notFound('document_not_found')
  if (document?.archivedAt) return conflict('document_archived', document)
  const editionOfId = editionOf === undefined ? null : await idOfDocument(tx, editionOf)
  const earlier = again === 'yes' ? null : await earlierImport(tx, { sha256, editionOfId })
  if (earlier) return unchanged({ ...received(earlier.id), earlier: true })

  const moment = now()
  const arrived = { name, sha256, bytes, storedAs }
  await tx.import.create({
    data: { id, authorId: actor.id, ...arrived, editionOfId, details, sent, receivedAt: moment, nextAttemptAt: moment },
  })
  return ok(received(id))
}

const idOfDocument = async (tx: Transaction, code: string) =>
  (await tx.document.findUniqueOrThrow({ where: { code }, select: { id: true } })).id

/** Returns the newest import of the same content for the same document that is in use. */
const earlierImport = (tx: Transaction, same: { sha256: string; editionOfId: string | null }) =>
  tx.import.findFirst({
    where: { ...same, state: { in: ['queued', 'parsing', 'review', 'published'] } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })

const received = (id: string) => ({ id, address: `/imports/${id}` })
