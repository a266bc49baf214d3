import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { now } from '@/lib/platform/clock'
import { db, isTaken } from '@/lib/platform/db'
import { ExistingId, NewRowId } from '@/lib/platform/id'
import { conflict, forbidden, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { Kind } from '@/prisma/generated/enums'
import { mayKeepDocuments } from './policy'
import { TypedDetails } from './typed-details'

/** A selected sentence: its words, which are found again when the text changes, and its title and kind. */
const Mark = z.object({
  /** The place of its paragraph, counted from 0. */
  place: z.int(),
  start: z.int(),
  end: z.int(),
  quote: z.string(),
  title: z.string(),
  kind: z.enum(Kind),
})

/** The time when the version that the author saw was saved, in milliseconds since 1970. */
export const DraftVersion = z.coerce
  .number('field_unreadable')
  .int('field_unreadable')
  .min(0, 'field_unreadable')
  .max(253_402_300_799_999, 'field_unreadable')
  .optional()

const Save = z.strictObject({
  id: NewRowId,
  version: DraftVersion,
  particulars: TypedDetails.optional(),
  pasted: z
    .string()
    .max(600_000, 'text_too_long')
    .refine((text) => !text.includes('\0'), 'text_unreadable')
    .optional(),
  marks: z.array(Mark).max(5000, 'list_too_long').optional(),
})

export type Mark = z.output<typeof Mark>

/**
 * A document that is not published yet. Only its author can see it. It is not part of the record, so it leaves no
 * event.
 */
export type Draft = {
  id: string
  particulars: TypedDetails
  pasted: string
  marks: Mark[]
  updatedAt: Date
}

/**
 * Saves what the author has typed so far. Fields that are left out do not change. If another window has saved the draft
 * since the author saw it, saves nothing unless the content is the same.
 */
export async function saveDraft(actor: Actor, input: unknown): Promise<Result<Draft>> {
  const parsed = Save.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  if (!mayKeepDocuments(actor)) return forbidden('document_forbidden')

  const { id, version, particulars, pasted, marks } = parsed.data
  const data = { ...(particulars && { particulars }), ...(pasted !== undefined && { pasted }), ...(marks && { marks }) }
  const { count } = await db.documentDraft.updateMany({
    where: { id, authorId: actor.id, ...(version !== undefined && { updatedAt: new Date(version) }) },
    data: { ...data, updatedAt: now() },
  })
  const stands = count === 0 && version !== undefined ? await findDraft(actor, id) : undefined
  if (stands) return says(stands, data) ? unchanged(stands) : conflict('draft_changed', stands)
  if (count === 0 && !(await begin(actor, id, { particulars: {}, pasted: '', marks: [], ...data }))) {
    return notFound('draft_not_found')
  }

  const draft = await findDraft(actor, id)
  return draft ? ok(draft) : notFound('draft_not_found')
}

const says = (draft: Draft, changes: Partial<Draft>) => isDeepStrictEqual({ ...draft, ...changes }, draft)

type Begun = Pick<Draft, 'particulars' | 'pasted' | 'marks'>

/**
 * Creates the draft. Returns whether it exists and belongs to the actor, including after a double click. Does not show
 * the drafts of others.
 */
async function begin(actor: Actor, id: string, begun: Begun) {
  try {
    await db.documentDraft.create({ data: { id, authorId: actor.id, ...begun, updatedAt: now() } })
    return true
  } catch (error) {
    if (!isTaken(error)) throw error
    return (await findDraft(actor, id)) !== undefined
  }
}

/** Returns a draft of the actor. */
export async function findDraft(actor: Actor, id: string): Promise<Draft | undefined> {
  const row = await db.documentDraft.findFirst({ where: { id: ExistingId.parse(id), authorId: actor.id } })
  return row ? shown(row) : undefined
}

export type ListedDraft = Pick<Draft, 'id' | 'particulars' | 'updatedAt'>

/** Returns the actor's drafts, newest first. */
export async function listDrafts(actor: Actor): Promise<ListedDraft[]> {
  const rows = await db.documentDraft.findMany({
    where: { authorId: actor.id },
    select: { id: true, particulars: true, updatedAt: true },
    orderBy: { updatedAt: 'desc' },
    take: 20,
  })
  return rows.map(({ particulars, ...row }) => ({ ...row, particulars: TypedDetails.parse(particulars) }))
}

/** Deletes a draft of the actor. */
export async function discardDraft(actor: Actor, id: string): Promise<void> {
  await db.documentDraft.deleteMany({ where: { id: ExistingId.parse(id), authorId: actor.id } })
}

type Row = { id: string; particulars: unknown; pasted: string; marks: unknown; updatedAt: Date }

const shown = ({ particulars, marks, ...row }: Row): Draft => ({
  ...row,
  particulars: TypedDetails.parse(particulars),
  marks: z.array(Mark).parse(marks),
})
