import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { pool } from '@/lib/platform/db'
import { findTyped } from './find-typed'
import { typedInMarkdown, typedNames } from './typed-names'

/** What became of the mentions in a text: names of people, or what was typed after an @. */
export type MentionOutcome = {
  notified: string[]
  /** Those who cannot read the text. */
  unable: string[]
  /** What is the name of nobody of whom the author may know. */
  unknown: string[]
  /** What is the name of several people. */
  ambiguous: string[]
}

/** Someone whom a text mentions. `notified`: whether they are notified of it; otherwise they cannot read it, or were before. */
export type Mentioned = { id: string; name: string; notified: boolean }

type Row = { text: string; id: string | null; name: string | null; reads: boolean | null; before: boolean }

/** SQL: the latest text of the annotation $1 by the actor $2, with a row for each of the others whom it mentions. */
const annotationSql = `
  select v.body as text, u.id, u.name, m.reads, exists (
    select from annotation_revisions b join annotation_mentions x on x.revision_id = b.id and x.user_id = m.user_id and x.reads
    where b.annotation_id = v.annotation_id and b.number < v.number) as before
  from (
    select v.* from annotation_revisions v join annotations n on n.id = v.annotation_id
    where n.id = $1 and n.author_id = $2 order by v.number desc limit 1) v
  left join annotation_mentions m on m.revision_id = v.id and m.user_id <> $2
  left join users u on u.id = m.user_id
  order by u.name`

/** SQL: the latest report on the assignment $1, if the actor $2 wrote it, with a row for each of the others whom it mentions. */
const reportSql = `
  select pr.narrative as text, u.id, u.name, case when u.id is not null then true end as reads, exists (
    select from report_mentions x where x.report_id = pr.corrects_id and x.user_id = m.user_id) as before
  from (
    select * from progress_reports where assignment_id = $1 and state = 'submitted' order by number desc limit 1) pr
  left join report_mentions m on m.report_id = pr.id and m.user_id <> $2
  left join users u on u.id = m.user_id
  where pr.author_id = $2
  order by u.name`

/** Returns what became of the mentions in the latest text of the actor's own annotation. */
export const outcomeOfAnnotation = async (actor: Actor, id: string) =>
  outcomeOf(actor, await rowsOfAnnotation(actor, id), typedInMarkdown)

/** Returns what became of the mentions in the actor's own latest report on an assignment. */
export const outcomeOfReport = async (actor: Actor, assignmentId: string) =>
  outcomeOf(actor, await rowsOfReport(actor, assignmentId), typedNames)

/** Returns whom the latest text of the actor's own annotation mentions. */
export const mentionedInAnnotation = async (actor: Actor, id: string) => mentionedIn(await rowsOfAnnotation(actor, id))

/** Returns whom the actor's own latest report on an assignment mentions. */
export const mentionedInReport = async (actor: Actor, assignmentId: string) =>
  mentionedIn(await rowsOfReport(actor, assignmentId))

async function rowsOfAnnotation(actor: Actor, id: string) {
  const { rows } = await pool.query<Row>({ name: 'outcome-annotation', text: annotationSql, values: [id, actor.id] })
  return rows
}

async function rowsOfReport(actor: Actor, assignmentId: string) {
  const values = [assignmentId, actor.id]
  const { rows } = await pool.query<Row>({ name: 'outcome-report', text: reportSql, values })
  return rows
}

const mentionedIn = (rows: Row[]): Mentioned[] =>
  rows.flatMap(({ id, name, reads, before }) =>
    id !== null && name !== null ? { id, name, notified: reads === true && !before } : [],
  )

async function outcomeOf(actor: Actor, rows: Row[], typedIn: typeof typedNames): Promise<MentionOutcome> {
  const left = await findTyped(actor, typedIn(rows[0]?.text ?? ''))
  const namesOf = (wanted: (row: Row) => boolean) =>
    rows.flatMap((row) => (row.name !== null && wanted(row) ? [row.name] : []))
  // Who was mentioned by email has their name in a report, where another person may have the same one.
  const reached = new Set(rows.map(({ name }) => name))
  const typed = (wanted: (count: number) => boolean) => [
    ...new Set(left.flatMap(({ typed, people }) => (wanted(people.length) && !reached.has(typed) ? [typed] : []))),
  ]
  return {
    notified: namesOf(({ reads, before }) => reads === true && !before),
    unable: namesOf(({ reads }) => reads === false),
    unknown: typed((count) => count === 0),
    ambiguous: typed((count) => count > 1),
  }
}
