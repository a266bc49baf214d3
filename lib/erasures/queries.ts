import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { describeEvent } from '@/lib/history/describe'
import { namesIn } from '@/lib/history/names'
import { type EventRecord, historyOf } from '@/lib/history/queries'
import { db, pool } from '@/lib/platform/db'
import { findReportDraftOf } from '@/lib/reports/report-drafts'

/** What has texts that can be erased. */
export const nouns = ['annotation', 'assignment', 'recommendation'] as const
export type Noun = (typeof nouns)[number]

/** Something that can be erased: what it is, what happened when it was written, and its content. */
export type Erasable = {
  id: string
  kind: 'annotation' | 'report' | 'note' | 'draft' | 'evidence'
  /** Absent for a draft, of which the history does not tell. */
  sentence?: string
  at: string
  /** Absent for a draft that the reader may not read. */
  content?: string
}

/** SQL: the texts and the evidence that can be erased, each with its content. */
export const erasableSql = `(
  select id, 'report' as kind, narrative as content, null as stored_as
  from progress_reports where state = 'submitted' and erased_at is null
  union all select id, 'note', text, null from reasons where erased_at is null
  union all select id, 'annotation', body, null from annotation_revisions where erased_at is null
  union all
  select ev.id, 'evidence', coalesce(ev.url, es.text), ev.stored_as
  from evidence ev join reasons es on es.id = ev.title_id
  where ev.erased_at is null and (ev.url is not null or ev.stored_as is not null))`

const contentSql = `select x.id, x.kind, x.content from ${erasableSql} x where x.id = any($1::uuid[]) and x.content <> ''`

/** The number of events that are looked through at once. */
const eventsAtATime = 200

/**
 * Returns what can be erased on an annotation, an assignment or a recommendation: the drafts of its reports, and the texts
 * and the evidence in its history, the newest first. Also returns the key of the recommendation, the organization of an
 * assignment, what the history says of the latest erasure, and the number of the event after which to continue.
 */
export async function erasableIn(actor: Actor, noun: Noun, id: string, after?: number) {
  const { items, next } = await historyOf(actor, { subject: { type: noun, id }, after, limit: eventsAtATime })
  const ids = items.flatMap(idsIn)
  const [{ rows }, drafts, organization] = await Promise.all([
    pool.query<Pick<Erasable, 'id' | 'kind' | 'content'>>({
      name: 'erasable-content',
      text: contentSql,
      values: [ids],
    }),
    noun === 'assignment' && after === undefined ? draftsOf(actor, id) : [],
    noun === 'assignment' ? organizationOf(id) : undefined,
  ])
  const content = new Map(rows.map((row) => [row.id, row]))
  const names = await namesIn(actor, items)
  const inHistory = items.flatMap((event) => {
    const { sentence } = describeEvent(event, names(event))
    return idsIn(event).flatMap((one) => {
      const row = content.get(one)
      content.delete(one)
      return row ? [{ ...row, sentence, at: event.at }] : []
    })
  })
  const known = items.length > 0 || after !== undefined
  const found: Erasable[] = [...drafts, ...inHistory]
  const erasure = items.find(({ kind }) => kind.endsWith('.erased'))
  const erased = erasure && describeEvent(erasure, names(erasure))
  return { found, known, recommendation: items[0]?.recommendation, organization, erased, next }
}

/** Returns the name of the organization of an assignment. Undefined if the assignment was removed. */
async function organizationOf(assignmentId: string) {
  const where = { id: assignmentId }
  const found = await db.assignment.findUnique({ where, select: { organization: { select: { name: true } } } })
  return found?.organization.name
}

/** Returns the drafts of reports on an assignment. The reader sees the content only of the one that is theirs too. */
async function draftsOf(actor: Actor, assignmentId: string): Promise<Erasable[]> {
  const [drafts, own] = await Promise.all([
    db.reportDraft.findMany({
      where: { assignmentId },
      select: { id: true, savedAt: true },
      orderBy: { savedAt: 'desc' },
    }),
    findReportDraftOf(actor, assignmentId),
  ])
  return drafts.map(({ id, savedAt }) => {
    const content = own?.id === id ? own.narrative : undefined
    return { id, kind: 'draft' as const, at: savedAt.toISOString(), ...(content !== undefined && { content }) }
  })
}

const Text = z.object({ id: z.uuid(), sha256: z.string() })
const WithEvidence = z.object({ evidenceId: z.uuid() })

/** Returns the IDs of the texts and of the evidence in the values after an event. */
function idsIn({ after }: EventRecord): string[] {
  const values = typeof after === 'object' && after !== null ? Object.values(after) : []
  const texts = values.flatMap((value) => Text.safeParse(value).data?.id ?? [])
  return [...texts, ...(WithEvidence.safeParse(after).data ? [WithEvidence.parse(after).evidenceId] : [])]
}
