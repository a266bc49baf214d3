import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { archiveDocument } from '@/lib/documents/archive-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { at, today } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { countsOf } from '@/lib/register/counts'
import { reportProgress } from '@/lib/reports/report-progress'
import { Progress } from '@/prisma/generated/enums'
import { people } from '../support/given'
import { day, givenWorld, onThatDay } from '../support/world'

const { chen, faisal } = people

beforeAll(async () => {
  await givenWorld(11)
  for (const { slug } of await db.group.findMany()) {
    await addMembers(chen, { group: slug, organizations: ['organization-1', 'organization-4'] })
  }
})

type Row = Record<string, string | number | null>

/** What is counted of each kind, in one order, without what there is none of. */
const sorted = (rows: readonly Row[]) =>
  rows
    .filter(({ n }) => n !== 0)
    .map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).sort())))
    .sort()

async function counted() {
  const { recommendations, assignments } = await countsOf(day)
  return { recommendations: sorted(recommendations), assignments: sorted(byParty(assignments)) }
}

/** Of organizations that were merged into one there are several counts. */
function byParty(counts: Awaited<ReturnType<typeof countsOf>>['assignments']): Row[] {
  const sums = new Map<string, (typeof counts)[number]>()
  for (const count of counts) {
    const place = `${count.organizationId} ${count.groupId} ${count.status}`
    const sum = sums.get(place)
    sums.set(place, {
      ...count,
      n: count.n + (sum?.n ?? 0),
      late: count.late + (sum?.late ?? 0),
      ended: count.ended + (sum?.ended ?? 0),
    })
  }
  return [...sums.values()]
}

/** The counts as the tables have them, row by row. */
async function countedSlowly() {
  const { rows: recommendations } = await pool.query<Row>(
    `select r.status, r.kind, count(*)::int as n, (count(*) filter (where r.next_due_on < $1::date))::int as late,
       (count(*) filter (where r.next_due_on is null))::int as undated
     from recommendations r join documents d on d.id = r.document_id where d.archived_at is null
     group by r.status, r.kind`,
    [day],
  )
  const { rows: assignments } = await pool.query<Row>(
    `select coalesce(o.merged_into_id, o.id) as "organizationId", a.via_group_id as "groupId", a.status, count(*)::int as n,
       (count(*) filter (where r.closure is null and a.due_on < $1::date))::int as late,
       (count(*) filter (where r.closure is not null))::int as ended
     from assignments a join organizations o on o.id = a.organization_id
     join recommendations r on r.id = a.recommendation_id join documents d on d.id = r.document_id
     where d.archived_at is null
     group by 1, 2, 3`,
    [day],
  )
  return { recommendations: sorted(recommendations), assignments: sorted(assignments) }
}

/** One of those that there are, by a number that says which. */
async function pick<One>(which: number, all: Promise<One[]>): Promise<One> {
  const found = await all
  const one = found[which % found.length]
  if (!one) throw new Error('There is none.')
  return one
}

const assignment = (which: number) => pick(which, db.assignment.findMany({ orderBy: { id: 'asc' } }))
const recommendation = (which: number) => pick(which, db.recommendation.findMany({ orderBy: { id: 'asc' } }))
const closed = (which: number) =>
  pick(which, db.recommendation.findMany({ where: { closure: { not: null } }, orderBy: { id: 'asc' } }))
const organization = (which: number) =>
  pick(which, db.organization.findMany({ where: { mergedIntoId: null }, orderBy: { id: 'asc' } }))
const group = (which: number) => pick(which, db.group.findMany({ orderBy: { id: 'asc' } }))
const document = (which: number) => pick(which, db.document.findMany({ orderBy: { id: 'asc' } }))

const dueDates = ['2026-10-01', '2026-12-24', '2027-06-30']
const because = { closure: 'superseded', reason: 'A later report.' }

/** What people do, to one of those that there are; some of it is refused, and then changes nothing. */
const steps: ((which: number) => Promise<unknown>)[] = [
  async (n) => assign(chen, { key: (await recommendation(n)).key, organization: (await organization(n)).slug }),
  async (n) => assignGroup(chen, { key: (await recommendation(n)).key, group: (await group(n)).slug }),
  async (n) => removeAssignment(chen, { id: (await assignment(n)).id }),
  async (n) => {
    const progress = Object.values(Progress)[n % 4]
    return reportProgress(chen, {
      assignmentId: (await assignment(n)).id,
      id: newId(),
      progress,
      narrative: 'Work goes on.',
    })
  },
  async (n) => setDueDate(chen, { key: (await recommendation(n)).key, dueOn: dueDates[n % 3], confirmPast: true }),
  async (n) => closeAssignment(chen, { id: (await assignment(n)).id, ...because }),
  async (n) => reopenAssignment(chen, { id: (await assignment(n)).id, reason: 'It was closed by mistake.' }),
  async (n) => closeRecommendation(chen, { key: (await recommendation(n)).key, ...because }),
  async (n) => reopenRecommendation(chen, { key: (await closed(n)).key, reason: 'It was closed by mistake.' }),
  async (n) => removeRecommendation(chen, { key: (await recommendation(n)).key }),
  async (n) => archiveDocument(chen, { code: (await document(n)).code }),
  async (n) => restoreDocument(chen, { code: (await document(n)).code }),
  async (n) => annotate(chen, { key: (await recommendation(n)).key, body: 'To whom it concerns.' }),
  async (n) => addOrganization(chen, { name: `Agency for number ${n} ${newId()}` }),
  async (n) => {
    const [from, into] = [await organization(n), await organization(n + 1)]
    return mergeOrganization(faisal, { slug: from.slug, into: into.slug })
  },
]

const anyStep = fc.record({ step: fc.constantFrom(...steps), which: fc.nat(10_000) })

test('whatever happens, what is counted by its events is what the tables say', { timeout: 120_000 }, () =>
  at(onThatDay, async () => {
    expect(today()).toBe(day)
    const done = new Set<unknown>()
    const walk = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (walked) => {
      for (const { step, which } of walked) {
        const result = await step(which)
        if ((result as { ok: boolean }).ok) done.add(step)
        expect(await counted()).toEqual(await countedSlowly())
      }
    })
    await fc.assert(walk, { numRuns: 40, seed: 11, endOnFailure: true })
    expect(steps.filter((step) => !done.has(step)).map(String)).toEqual([])
  }),
)

test('who asks during a count sees what was there when they asked', () =>
  at(onThatDay, async () => {
    const { key } = await recommendation(1)
    const asked: Promise<unknown>[] = []
    for (let n = 0; n < 5; n++) {
      asked.push(countsOf(day))
      await annotate(chen, { key, body: `Annotation ${n}.` })
      await assign(chen, { key: (await recommendation(n)).key, organization: (await organization(n)).slug })
      const right = await countedSlowly()
      expect(await counted()).toEqual(right)
    }
    await Promise.all(asked)
  }))
