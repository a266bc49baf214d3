import 'server-only'
import type { NewEvent } from '@/lib/history/events'
import type { Transaction } from '@/lib/platform/db'
import { type Duty, fateOf, termsOf } from './merging'

type Recorder = (event: NewEvent) => void
type Pair = { duty: Duty; theirs: Duty | undefined }
type Matched = { duty: Duty; theirs: Duty }

export type Moved = { ok: true; moved: number; removed: number; left: string[] } | { ok: false; both: string[] }

/** Moves what one organization owes to another one; answers on which recommendations both have work, if there are any. */
export async function mergeAssignments(tx: Transaction, record: Recorder, from: string, into: string): Promise<Moved> {
  const pairs = await pairsOf(tx, from, into)
  const those = (fate: ReturnType<typeof fateOf>) => pairs.filter(({ duty, theirs }) => fateOf(duty, theirs) === fate)
  const refused = those('refuse')
  if (refused.length > 0) return { ok: false, both: refused.map(({ duty }) => duty.key) }

  const replacing = those('replace').filter(matched)
  const dropped = those('drop').filter(matched)
  const gone = [...replacing.map(({ theirs }) => theirs), ...dropped.map(({ duty }) => duty)]
  await remove(tx, record, gone)
  const moving = [...those('move'), ...replacing].map(({ duty }) => duty)
  await move(tx, record, moving, from, into)
  for (const { duty, theirs } of replacing) await inherit(tx, record, duty, theirs)
  for (const { duty, theirs } of dropped) await inherit(tx, record, theirs, duty)
  return { ok: true, moved: moving.length, removed: gone.length, left: those('leave').map(({ duty }) => duty.key) }
}

const matched = (pair: Pair): pair is Matched => pair.theirs !== undefined

/** What the one owes, each with what the other owes of the same; locked, so that no report comes in between. */
async function pairsOf(tx: Transaction, from: string, into: string): Promise<Pair[]> {
  const duties = await tx.$queryRaw<Duty[]>`
    select a.id, r.key, a.recommendation_id as "recommendationId", a.organization_id as "organizationId",
           a.via_group_id as "viaGroupId", a.role::text, a.owner_id as "ownerId", a.due_on::text as "dueOn",
           a.original_due_on::text as "originalDueOn", a.closure is not null as closed,
           a.position <> 'pending' or exists (select from progress_reports p where p.assignment_id = a.id) as worked
    from assignments a join recommendations r on r.id = a.recommendation_id
    where a.organization_id in (${from}::uuid, ${into}::uuid)
    order by r.key, a.id
    for update of a`
  const theirs = new Map(
    duties.filter((duty) => duty.organizationId === into).map((duty) => [duty.recommendationId, duty]),
  )
  return duties
    .filter((duty) => duty.organizationId === from)
    .map((duty) => ({ duty, theirs: theirs.get(duty.recommendationId) }))
}

async function remove(tx: Transaction, record: Recorder, gone: Duty[]) {
  await tx.assignment.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } })
  for (const { id, recommendationId, organizationId, viaGroupId, ownerId, dueOn, role } of gone) {
    record({
      kind: 'assignment.removed',
      subjectId: id,
      recommendationId,
      audience: 'internal',
      body: { before: { organizationId, viaGroupId, ownerId, dueOn, role }, after: null },
    })
  }
}

async function move(tx: Transaction, record: Recorder, moving: Duty[], from: string, into: string) {
  await tx.assignment.updateMany({
    where: { id: { in: moving.map(({ id }) => id) } },
    data: { organizationId: into, version: { increment: 1 } },
  })
  for (const { id, recommendationId } of moving) {
    record({
      kind: 'assignment.moved',
      subjectId: id,
      recommendationId,
      audience: 'internal',
      body: { before: { organizationId: from }, after: { organizationId: into } },
    })
  }
}

/** What stays takes over what it lacks from what has gone. */
async function inherit(tx: Transaction, record: Recorder, staying: Duty, going: Duty) {
  const { role, ownerId, dueOn, originalDueOn } = termsOf(staying, going)
  const changed = [
    role !== staying.role && [{ role: staying.role }, { role }],
    ownerId !== staying.ownerId && [{ ownerId: staying.ownerId }, { ownerId }],
    dueOn !== staying.dueOn && [{ dueOn: staying.dueOn }, { dueOn }],
  ].filter((one) => one !== false)
  if (changed.length === 0) return

  const days = { dueOn: day(dueOn), originalDueOn: day(originalDueOn) }
  await tx.assignment.update({
    where: { id: staying.id },
    data: { role, ownerId, ...days, version: { increment: 1 } },
  })
  record({
    kind: 'assignment.changed',
    subjectId: staying.id,
    recommendationId: staying.recommendationId,
    audience: 'internal',
    body: {
      before: Object.assign({}, ...changed.map(([before]) => before)),
      after: Object.assign({}, ...changed.map(([, after]) => after)),
    },
  })
}

const day = (date: string | null) => date && new Date(date)
