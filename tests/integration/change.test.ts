import { beforeAll, expect, test } from 'vitest'
import { change, changeInSql } from '@/lib/history/change'
import type { NewEvent } from '@/lib/history/events'
import { at } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { conflict, ok, type Result, unchanged } from '@/lib/platform/result'
import { eventsOf, givenAssignment, givenPeople, people } from '../support/given'
import { bump, bumped, versionOf } from '../support/recorded-change'

const { chen } = people

beforeAll(givenPeople)

test('a change and what it recorded come together, in the order of the work, at one moment', async () => {
  const { id } = await givenAssignment()

  const result = await at('2027-01-01T09:00:00.123Z', () =>
    change(chen, async ({ tx, record, now }) => {
      record(bumped(id))
      record({ ...bumped(id), body: { before: { role: 'lead' }, after: { role: 'contributing' } } })
      return ok({ now, row: await bump(tx, id) })
    }),
  )

  const moment = new Date('2027-01-01T09:00:00.123Z')
  expect(result).toMatchObject({ ok: true, value: { now: moment } })
  expect(await eventsOf(id)).toMatchObject([
    { body: { before: { dueOn: null } } },
    { body: { before: { role: 'lead' } } },
  ])
  const events = await db.event.findMany({ where: { subjectId: id } })
  expect(new Set(events.map((event) => event.change)).size).toBe(1)
  expect(events.map((event) => event.at)).toEqual([moment, moment])
})

test('what the system does by itself has no actor', async () => {
  const { id } = await givenAssignment()
  await change(null, async ({ tx, record }) => {
    record(bumped(id))
    return ok(await bump(tx, id))
  })
  expect(await eventsOf(id)).toMatchObject([{ actorId: null }])
})

test('a change that records nothing is our mistake: it throws, and nothing is written', async () => {
  const { id } = await givenAssignment()
  await expect(change(chen, async ({ tx }) => ok(await bump(tx, id)))).rejects.toThrow('must record')
  expect(await versionOf(id)).toBe(1)
})

test.each([
  { what: 'a refusal', answer: conflict('assignment_changed', null) },
  { what: 'a success that changes nothing', answer: unchanged(null) },
])('$what writes nothing, and records nothing', async ({ answer }) => {
  const { id } = await givenAssignment()
  const result = await change(chen, async ({ tx, record }) => {
    await bump(tx, id)
    record(bumped(id))
    return answer
  })
  expect(result).toEqual(answer)
  expect(await versionOf(id)).toBe(1)
  expect(await eventsOf(id)).toEqual([])
})

test('an error of ours goes on, and nothing is written', async () => {
  const { id } = await givenAssignment()
  const failing = change(chen, async ({ tx, record }) => {
    await bump(tx, id)
    record(bumped(id))
    throw new Error('Broken.')
  })
  await expect(failing).rejects.toThrow('Broken.')
  expect(await versionOf(id)).toBe(1)
  expect(await eventsOf(id)).toEqual([])
})

test('an event that the history refuses takes its change with it', async () => {
  const { id } = await givenAssignment()
  const failing = change(chen, async ({ tx, record }) => {
    record(bumped(id), { audience: 'organization', organizationId: '' })
    return ok(await bump(tx, id))
  })
  await expect(failing).rejects.toThrow()
  expect(await versionOf(id)).toBe(1)
})

const corridors = [
  {
    corridor: 'in plain SQL',
    moving: (id: string, event: NewEvent | null, answer: Result<unknown> = ok(null)) =>
      changeInSql(chen, async ({ sql, record }) => {
        await sql.query('update assignments set version = version + 1 where id = $1', [id])
        if (event) record(event)
        return answer
      }),
  },
  {
    corridor: 'through Prisma',
    moving: (id: string, event: NewEvent | null, answer: Result<unknown> = ok(null)) =>
      change(chen, async ({ tx, record }) => {
        await bump(tx, id)
        if (event) record(event)
        return answer
      }),
  },
]
test.each(corridors)(
  '$corridor too a change comes with its event or not at all, and leaves nothing open',
  async ({ moving }) => {
    const { id } = await givenAssignment()
    const broken: NewEvent = { ...bumped(id), recommendationId: '' }

    await expect(moving(id, null)).rejects.toThrow('must record')
    await expect(moving(id, broken)).rejects.toThrow()
    expect(await moving(id, bumped(id), unchanged(null))).toEqual(unchanged(null))
    expect(await moving(id, bumped(id), conflict('assignment_changed', null))).toMatchObject({ ok: false })
    expect([await versionOf(id), await eventsOf(id)]).toEqual([1, []])

    expect(await moving(id, bumped(id))).toMatchObject({ ok: true })
    expect([await versionOf(id), await eventsOf(id)]).toMatchObject([2, [{}]])
    const { rows } = await pool.query(
      `select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
    )
    expect(rows).toEqual([])
  },
)

test('in plain SQL what people wrote stays what it is, whatever SQL would make of it', async () => {
  const { id } = await givenAssignment()
  const name = "O'Brien \\ '; commit; -- $1 \" \u2028 漢字 😀"
  const body = { before: { name }, after: { name: '' } }

  await changeInSql(chen, async ({ sql, record }) => {
    await sql.query('update assignments set version = version + 1 where id = $1', [id])
    record({ kind: 'organization.renamed', subjectId: id, body })
    return ok(null)
  })

  expect(await eventsOf(id)).toMatchObject([{ body }])
  const { rows } = await pool.query('select hash = event_hash(e) as sound from events e order by seq desc limit 1')
  expect(rows).toEqual([{ sound: true }])
})

test('work in plain SQL that comes second answers nothing, and nothing of it stands', async () => {
  const { id } = await givenAssignment()
  const result = await changeInSql(chen, async ({ sql, record }) => {
    await sql.query('update assignments set version = version + 1 where id = $1', [id])
    record(bumped(id))
    return undefined
  })
  expect(result).toBeUndefined()
  expect([await versionOf(id), await eventsOf(id)]).toEqual([1, []])
})

test('an event is for everybody signed in, and of no recommendation, unless its change says otherwise', async () => {
  const { id } = await givenAssignment()
  const body = { before: { name: 'One' }, after: { name: 'Other' } }
  const hearing = { audience: 'organization', organizationId: newId() } as const

  await change(chen, async ({ record }) => {
    record({ kind: 'organization.renamed', subjectId: id, body })
    record({ kind: 'annotation.withdrawn', subjectId: id, recommendationId: id, body: withdrawn }, hearing)
    return ok(null)
  })

  expect(await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } })).toMatchObject([
    { audience: 'internal', organizationId: null, recommendationId: null },
    { ...hearing, recommendationId: id },
  ])
})

const withdrawn = { before: { withdrawn: false }, after: { withdrawn: true } } as const
