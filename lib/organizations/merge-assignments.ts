import 'server-only'
import type { Change } from '@/lib/history/change'
import { explainDates } from '@/lib/history/explain-dates'
import { keepReason } from '@/lib/history/reasons'
import { readIn, type Transaction } from '@/lib/platform/db'
import { t } from '@/lib/platform/i18n'
import { sql } from '@/lib/platform/sql'
import { type Duty, mergedTerms, mergeOutcome } from './merge-rules'

type Pair = { duty: Duty; theirs: Duty | undefined }
type Matched = { duty: Duty; theirs: Duty }

export type Moved = { ok: true; moved: number; removed: number; left: string[] } | { ok: false; both: string[] }

/**
 * Moves the assignments of one organization to another. If both have work on the same recommendations, moves nothing
 * and returns the keys of those.
 */
export async function mergeAssignments(
  change: Change,
  actor: { id: string },
  from: string,
  into: string,
): Promise<Moved> {
  const { tx } = change
  const pairs = await pairsOf(tx, from, into)
  const those = (fate: ReturnType<typeof mergeOutcome>) =>
    pairs.filter(({ duty, theirs }) => mergeOutcome(duty, theirs) === fate)
  const refused = those('refuse')
  if (refused.length > 0) return { ok: false, both: refused.map(({ duty }) => duty.key) }

  await lockRecommendations(tx, from)
  const replacing = those('replace').filter(matched)
  const dropped = those('drop').filter(matched)
  const staying = [...replacing, ...dropped.map(({ duty, theirs }) => ({ duty: theirs, theirs: duty }))]
  await remove(change, staying, into)
  const moving = [...those('move'), ...replacing].map(({ duty }) => duty)
  await move(change, moving, from, into)
  await inherit(change, actor, staying)
  return { ok: true, moved: moving.length, removed: staying.length, left: those('leave').map(({ duty }) => duty.key) }
}

const matched = (pair: Pair): pair is Matched => pair.theirs !== undefined

/**
 * Returns the assignments of the merged organization, each with the other organization's assignment on the same
 * recommendation. Locks them, so that no report is added before the merge ends.
 */
async function pairsOf(tx: Transaction, from: string, into: string): Promise<Pair[]> {
  const duties = await readIn<Duty>(
    tx,
    'merge-duties',
    sql`
    select a.id, r.key, a.recommendation_id as "recommendationId", a.organization_id as "organizationId",
           a.via_group_id as "viaGroupId", a.role::text, a.owner_id as "ownerId", a.due_on::text as "dueOn",
           a.original_due_on::text as "originalDueOn", a.closure is not null as closed,
           exists (select from progress_reports pr where pr.assignment_id = a.id)
             or exists (select from report_drafts dr where dr.assignment_id = a.id)
             or exists (select from answers s where s.assignment_id = a.id)
             or exists (select from actions s where s.assignment_id = a.id)
             or exists (select from date_changes c where c.assignment_id = a.id and c.kind = 'requested')
             or exists (select from evidence ev where ev.assignment_id = a.id) as worked
    from assignments a join recommendations r on r.id = a.recommendation_id
    where a.organization_id in (${from}::uuid, ${into}::uuid)
    order by r.key, a.id
    for update of a`,
  )
  const theirs = new Map(
    duties.filter((duty) => duty.organizationId === into).map((duty) => [duty.recommendationId, duty]),
  )
  return duties
    .filter((duty) => duty.organizationId === from)
    .map((duty) => ({ duty, theirs: theirs.get(duty.recommendationId) }))
}

/** Locks all recommendations in the order of their IDs, because the batches change them in another order. */
const lockRecommendations = (tx: Transaction, organizationId: string) =>
  tx.$executeRaw`
    select from recommendations
    where id in (select recommendation_id from assignments where organization_id = ${organizationId}::uuid)
    order by id for no key update`

/** Removes each assignment that another one replaces, and records which one stays. */
async function remove({ tx, record }: Change, staying: Matched[], into: string) {
  const asked = new Map<string, string[]>()
  for (const some of inBatches(staying)) {
    const ids = idsOf(some.map(({ theirs }) => theirs))
    for (const { id, cycleId } of await askInPlace(tx, some)) asked.set(id, [...(asked.get(id) ?? []), cycleId])
    await tx.$executeRaw`delete from assignments where id = any(${ids}::uuid[])`
  }
  for (const { duty, theirs } of staying) {
    const { id, recommendationId, organizationId, viaGroupId, ownerId, dueOn, role } = theirs
    record({
      kind: 'assignment.removed',
      subjectId: id,
      recommendationId,
      body: {
        before: { organizationId, viaGroupId, ownerId, dueOn, role },
        after: { mergedInto: into, assignmentId: duty.id, cycleIds: asked.get(duty.id) ?? [] },
      },
    })
  }
}

/**
 * Makes open reporting cycles ask for each assignment that stays in place of the one that is removed. Returns the
 * assignments for which they did not ask before.
 */
const askInPlace = (tx: Transaction, staying: Matched[]) =>
  readIn<{ id: string; cycleId: string }>(
    tx,
    'merge-cycles',
    sql`
  insert into cycle_assignments (cycle_id, assignment_id)
  select l.cycle_id, n.stays
  from unnest(${idsOf(staying.map(({ theirs }) => theirs))}::uuid[], ${idsOf(staying.map(({ duty }) => duty))}::uuid[]) n(goes, stays)
  join cycle_assignments l on l.assignment_id = n.goes
  join cycles c on c.id = l.cycle_id and c.state = 'open'
  on conflict do nothing
  returning assignment_id as id, cycle_id as "cycleId"`,
  )

async function move({ tx, record }: Change, moving: Duty[], from: string, into: string) {
  for (const some of inBatches(moving)) {
    await tx.$executeRaw`
      update assignments set organization_id = ${into}::uuid, version = version + 1
      where id = any(${idsOf(some)}::uuid[])`
  }
  for (const { id, recommendationId } of moving) {
    record({
      kind: 'assignment.moved',
      subjectId: id,
      recommendationId,
      body: { before: { organizationId: from }, after: { organizationId: into } },
    })
  }
}

type Terms = ReturnType<typeof mergedTerms>
type Inherited = { duty: Duty; terms: Terms; before: Partial<Terms>; after: Partial<Terms> }

/** Copies values that a staying assignment lacks from the assignment that was removed. */
async function inherit(change: Change, actor: { id: string }, staying: Matched[]) {
  const { tx, record } = change
  const changed = staying.map(inherited).filter(({ after }) => Object.keys(after).length > 0)
  const reason = await explainEarlier(change, actor, changed.filter(isEarlier))
  for (const some of inBatches(changed)) await setTerms(tx, some)
  for (const one of changed) {
    const { duty, before, after } = one
    record({
      kind: 'assignment.changed',
      subjectId: duty.id,
      recommendationId: duty.recommendationId,
      body: { before, after: { ...after, ...(isEarlier(one) && reason && { reason }) } },
    })
  }
}

/** Returns whether an assignment that had a due date gets the other one's, which is earlier. */
const isEarlier = ({ duty, terms }: Inherited) => duty.originalDueOn !== null && terms.dueOn !== duty.dueOn

/** Records why the due dates of these assignments change. Returns what history says of it. */
async function explainEarlier(change: Change, actor: { id: string }, earlier: Inherited[]) {
  if (earlier.length === 0) return undefined
  const reason = await keepReason(change, actor, t('organization.mergedDates'))
  const moves = earlier.map(({ duty, terms }) => ({ assignmentId: duty.id, before: duty.dueOn, after: terms.dueOn }))
  await explainDates(change, moves, { kind: 'moved', authorId: actor.id, reason })
  return reason
}

function setTerms(tx: Transaction, changed: Inherited[]) {
  const all = <K extends keyof Terms>(name: K) => changed.map(({ terms }) => terms[name])
  return tx.$executeRaw`
    update assignments a
    set role = n.role::assignment_role, owner_id = n.owner_id, due_on = n.due_on, original_due_on = n.original_due_on,
      version = a.version + 1
    from unnest(${idsOf(changed.map(({ duty }) => duty))}::uuid[], ${all('role')}::text[], ${all('ownerId')}::uuid[],
      ${all('dueOn')}::date[], ${all('originalDueOn')}::date[]) n(id, role, owner_id, due_on, original_due_on)
    where a.id = n.id`
}

/** Returns the terms of a staying assignment, and which of them change. */
function inherited({ duty, theirs }: Matched): Inherited {
  const terms = mergedTerms(duty, theirs)
  const names = (['role', 'ownerId', 'dueOn'] as const).filter((name) => terms[name] !== duty[name])
  const only = (from: Terms) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { duty, terms, before: only(duty), after: only(terms) }
}

const idsOf = (duties: Duty[]) => duties.map(({ id }) => id)

/** The number of rows for one statement, which must end well before its timeout. */
const batch = 2_000

const inBatches = <T>(all: T[]) =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, at) => all.slice(at * batch, (at + 1) * batch))
