import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { annotationJson } from '@/lib/domain/annotation-shape'
import { changeInSql } from '@/lib/history/change'
import { hashed, newSalt, type Readers } from '@/lib/history/events'
import { keepAnnotationMentions } from '@/lib/mentions/keep-mentions'
import { findOrganization } from '@/lib/organizations/find'
import { holdOrganizationsInSql } from '@/lib/organizations/hold-organizations'
import { db, pool, type Sql } from '@/lib/platform/db'
import { ExistingId, NewRowId, newId } from '@/lib/platform/id'
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
import { KnownName } from '@/lib/platform/text'
import { wholeNumber } from '@/lib/platform/whole-number'
import { spanFields } from '@/lib/reading/find-span'
import { findRecommendation } from '@/lib/recommendations/find'
import { Audience } from '@/prisma/generated/enums'
import { Body, bodyWithMentions } from './body'
import { findPassage } from './find-passage'
import { mayAnnotate, mayWriteFor } from './policy'
import { type Annotation, annotationNow, findAnnotation } from './queries'

const Annotate = z.strictObject({
  id: NewRowId,
  key: KnownName,
  body: Body,
  audience: z.enum(Audience, 'audience_unreadable').optional(),
  /** Slug or name. Required for the audience `organization`, unless the actor belongs to exactly one. */
  organization: KnownName.optional(),
  /** The annotation to which this one replies. */
  parent: ExistingId.optional(),
  /** The part of the paragraph that it is about. Without these fields, it is about the whole recommendation. */
  ...spanFields,
  /** The number of the edition in whose text that part is. */
  edition: wholeNumber('span_unreadable', 1).optional(),
})

type Wanted = z.infer<typeof Annotate>

/**
 * Adds an annotation in Markdown to a recommendation, to a span of its paragraph, or in reply to another. Returns the
 * annotation. Refusals: `recommendation_not_found`, `annotation_forbidden`, `annotation_sent_before`.
 */
export async function annotate(actor: Actor, input: unknown): Promise<Result<Annotation>> {
  const parsed = Annotate.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { id, key } = parsed.data

  const recommendation = await findRecommendation(actor, key)
  if (!recommendation) return notFound('recommendation_not_found')

  if (!mayAnnotate(actor)) return forbidden('annotation_forbidden')

  const found = await readersOf(actor, parsed.data, recommendation.id)
  if (!found.ok) return found
  const written = await bodyWithMentions(actor, parsed.data.body)
  if (!written.ok) return written
  const { text: body, mentioned } = written.value
  const { parentId } = found
  const { audience } = found.readers

  const added = await changeInSql(actor, async ({ sql, record, now }) => {
    const passage = await findPassage(sql, recommendation, parsed.data)
    if (!passage.ok) return passage
    const { paragraphId, start, end } = passage
    const readers = await currentReaders(sql, found.readers)
    const organizationId = organizationIn(readers)
    const [revision, salt] = [newId(), newSalt()]
    const place = [recommendation.id, paragraphId, parentId, start, end]
    const values = [id, ...place, actor.id, audience, organizationId, now, revision, body, salt]
    const { rows } = await sql.query<{ note: Annotation }>({ name: 'annotate', text: annotateSql, values })
    const [added] = rows
    if (!added) return undefined
    const mentions = await keepAnnotationMentions(sql, revision, mentioned)

    const words = { audience, parentId, paragraphId, start, end, text: hashed(revision, body, salt), mentions }
    const about = { subjectId: id, recommendationId: recommendation.id }
    record({ kind: 'annotation.added', ...about, body: { before: null, after: words } }, readers)
    return ok(added.note)
  })
  if (added) return added
  const passage = await findPassage(pool, recommendation, parsed.data)
  if (!passage.ok) return passage
  const where = { recommendationId: recommendation.id, parentId, start: passage.start, end: passage.end }
  return answerForExistingAnnotation(
    { id, ...where, authorId: actor.id, audience },
    organizationIn(found.readers),
    body,
  )
}

const organizationIn = (readers: Readers) => (readers.audience === 'organization' ? readers.organizationId : null)

/**
 * Returns the audience of an annotation and locks its organization. If the organization was merged, returns the one it
 * was merged into.
 */
async function currentReaders(sql: Sql, readers: Readers): Promise<Readers> {
  if (readers.audience !== 'organization') return readers
  const currentId = await holdOrganizationsInSql(sql, [readers.organizationId])
  return { ...readers, organizationId: currentId(readers.organizationId) ?? readers.organizationId }
}

/** SQL: adds the annotation $1 with its first revision, unless it exists, and returns it as every response shows it. */
const annotateSql = `
  with n as (
    insert into annotations (id, recommendation_id, paragraph_id, parent_id, start, "end", author_id, audience, organization_id, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict (id) do nothing returning *),
  v as (
    insert into annotation_revisions (id, annotation_id, number, body, salt, written_at)
    select $11, id, 1, $12, $13, $10 from n returning id, body, erased_at)
  select ${annotationJson} as note
  from n cross join v join users u on u.id = n.author_id left join organizations o on o.id = n.organization_id`

/**
 * Returns who may read a new annotation. The audience of a reply is never wider than that of the annotation it answers.
 */
async function readersOf(actor: Actor, wanted: Wanted, recommendationId: string) {
  const parent = wanted.parent ? await findAnnotation(actor, wanted.parent) : null
  if (wanted.parent && (parent?.recommendationId !== recommendationId || parent.withdrawnAt)) {
    return invalidField('parent', 'parent_not_found')
  }
  const parentId = parent?.id ?? null
  if (parent?.audience === 'organization' && parent.organizationId) {
    if (wanted.audience && wanted.audience !== 'organization') return invalidField('audience', 'audience_wider')
    const { organizationId } = parent
    const elsewhere = wanted.organization && (await organizationOf(actor, wanted.organization)) !== organizationId
    if (elsewhere) return invalidField('organization', 'audience_wider')
    return { ok: true, parentId, readers: { audience: 'organization', organizationId } satisfies Readers } as const
  }

  const { audience = 'internal' } = wanted
  if (parent?.audience === 'internal' && audience === 'public') return invalidField('audience', 'audience_wider')
  if (audience !== 'organization') {
    if (wanted.organization) return invalidField('organization', 'annotation_organization_unasked')
    return { ok: true, parentId, readers: { audience } satisfies Readers } as const
  }

  const organizationId = await organizationOf(actor, wanted.organization)
  if (!organizationId) return invalidField('organization', 'annotation_organization_missing')
  if (!mayWriteFor(actor, organizationId)) return invalidField('organization', 'annotation_organization_not_yours')
  return { ok: true, parentId, readers: { audience, organizationId } satisfies Readers } as const
}

async function organizationOf(actor: Actor, named: string | undefined) {
  if (named) return (await findOrganization(db, named))?.id
  return actor.organizationIds.length === 1 ? actor.organizationIds[0] : undefined
}

type Sent = { id: string; recommendationId: string; authorId: string; audience: Audience } & Record<
  'parentId',
  string | null
> &
  Record<'start' | 'end', number | null>

/**
 * Returns the response if an annotation already has this ID. A double click adds one; a different text is a conflict.
 */
async function answerForExistingAnnotation(
  sent: Sent,
  organizationId: string | null,
  body: string,
): Promise<Result<Annotation>> {
  // The organization may have been merged just before the annotation was added.
  const organization =
    organizationId === null ? null : { OR: [{ id: organizationId }, { merged: { some: { id: organizationId } } }] }
  const same = await db.annotation.count({
    where: { ...sent, organization, revisions: { some: { number: 1, body } } },
  })
  if (same) return unchanged(await annotationNow(db, sent.id))
  const own = await db.annotation.count({ where: { id: sent.id, authorId: sent.authorId } })
  return conflict('annotation_sent_before', own ? await annotationNow(db, sent.id) : null)
}
