import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { historyOf } from '@/lib/history/queries'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { connected, db, pool } from '@/lib/platform/db'
import { givenAssignment, givenPeople, givenRecommendation, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { chen } = people

const Sent = z.object({ text: z.string(), name: z.string().optional(), values: z.array(z.unknown()).optional() })
const sent: z.infer<typeof Sent>[] = []
const query: (...given: unknown[]) => unknown = pg.Client.prototype.query
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...given: unknown[]) {
    const read = Sent.safeParse(given[0])
    if (read.success) sent.push(read.data)
    return query.apply(this, given)
  },
})

beforeAll(givenPeople)

const toldOf = async (organizationId: string) => {
  const told = await db.organizationEvent.findMany({ where: { organizationId }, orderBy: { seq: 'asc' } })
  const events = await db.event.findMany({
    where: { seq: { in: told.map(({ seq }) => seq) } },
    orderBy: { seq: 'asc' },
  })
  return events.map(({ kind }) => kind)
}

test('each event of an organization or of its assignments is kept for it, with the organization of that moment', async () => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: from.slug }))
  valueIn(await changeAssignment(chen, { id, dueOn: '2031-06-30', version: 1 }))
  valueIn(await renameOrganization(chen, { slug: from.slug, name: `${from.name} once`, version: 1 }))
  valueIn(await mergeOrganization(chen, { slug: from.slug, into: into.slug }))
  valueIn(await removeAssignment(chen, { id }))

  expect(await toldOf(from.id)).toEqual([
    'assignment.made',
    'assignment.changed',
    'organization.renamed',
    'organization.merged',
  ])
  expect(await toldOf(into.id)).toEqual(['assignment.moved', 'assignment.removed'])
})

test('a page of the history reads no more events of an organization that has many', async () => {
  const [merged, into] = [await givenOrganization(), await givenOrganization()]
  for (const organization of [merged, into]) {
    const { id, recommendationId } = await givenAssignment({ to: organization })
    const body = JSON.stringify({ before: { dueOn: null }, after: { dueOn: '2031-06-30' } })
    const about = { kind: 'assignment.changed', subjectType: 'assignment', subjectId: id, recommendationId }
    const events = Array.from({ length: 3000 }, () => ({ ...about, audience: 'internal', body }))
    await db.$executeRaw`select append_events(${chen.id}::uuid, ${JSON.stringify(events)}::json)`
  }
  valueIn(await mergeOrganization(chen, { slug: merged.slug, into: into.slug }))
  await pool.query('analyze events, organization_events')

  const first = await readsOf(() => historyOf(chen, { organization: into.id, limit: 12 }))
  expect(first.items).toBe(12)
  expect(first.read).toBeLessThan(60)
  const further = await readsOf(() => historyOf(chen, { organization: into.id, limit: 12, after: first.next }))
  expect(further.items).toBe(12)
  expect(further.read).toBeLessThan(60)
})

const Step = z.object({
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Relation Name': z.string().optional(),
  get Plans() {
    return z.array(Step).optional()
  },
})
type Step = z.infer<typeof Step>

/** How many rows of events, and of those that are kept for organizations, the statement of a history reads. */
async function readsOf(work: () => ReturnType<typeof historyOf>) {
  sent.length = 0
  const { items, next } = await work()
  const at = sent.findIndex(({ name }) => name?.startsWith('history '))
  const [settings, statement] = [sent[at - 1], sent[at]]
  if (!settings || !statement) throw new Error('The history was not read.')

  const plan = await connected(async (sql) => {
    await sql.query(settings.text)
    const { rows } = await sql.query(`explain (analyze, format json) ${statement.text}`, statement.values)
    await sql.query('commit')
    return rows[0]['QUERY PLAN']
  })
  const [{ Plan }] = z.tuple([z.object({ Plan: Step })]).parse(plan)
  const rowsOf = (step: Step): number =>
    (step['Relation Name']?.endsWith('events') ? step['Actual Rows'] * step['Actual Loops'] : 0) +
    (step.Plans ?? []).reduce((sum, part) => sum + rowsOf(part), 0)
  return { items: items.length, next: next ?? undefined, read: rowsOf(Plan) }
}
