import { beforeAll, expect, test } from 'vitest'
import { change } from '@/lib/history/change'
import { db, lostRace } from '@/lib/platform/db'
import { ok } from '@/lib/platform/result'
import { eventsOf, givenAssignment, givenPeople, people } from '../support/given'
import { bump, bumped, versionOf } from '../support/recorded-change'
import { untilWaiting } from '../support/session'

const { chen } = people

beforeAll(givenPeople)

test('two that wait for each other crosswise both come to their end, each once', async () => {
  const [one, other] = [await givenAssignment(), await givenAssignment()]
  const both: { holding: number; release: () => void } = { holding: 0, release: () => {} }
  const bothHold = new Promise<void>((resolve) => {
    both.release = resolve
  })
  let runs = 0

  const across = (first: string, second: string) =>
    change(chen, async ({ tx, record }) => {
      runs++
      await bump(tx, first)
      if (++both.holding === 2) both.release()
      await bothHold
      await bump(tx, second)
      record(bumped(first))
      return ok(null)
    })
  const results = await Promise.all([across(one.id, other.id), across(other.id, one.id)])

  expect(results).toMatchObject([{ ok: true }, { ok: true }])
  expect(runs).toBe(3)
  expect([await versionOf(one.id), await versionOf(other.id)]).toEqual([3, 3])
  expect([await eventsOf(one.id), await eventsOf(other.id)]).toMatchObject([[{}], [{}]])
})

test('what loses every race is told so at last', async () => {
  let runs = 0
  const lost = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  await expect(
    change(chen, () => {
      runs++
      throw lost
    }),
  ).rejects.toBe(lost)
  expect(runs).toBe(5)
})

test('who appends waits until the one before has committed, and then follows it', async () => {
  const [one, other] = [await givenAssignment(), await givenAssignment()]
  const gate: { open: () => void } = { open: () => {} }
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve
  })
  const pids: number[] = []
  const appending = (id: string) =>
    change(chen, async ({ tx, record }) => {
      const [session] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
      pids.push(session?.pid ?? 0)
      record(bumped(id))
      return ok(await bump(tx, id))
    })

  const first = change(chen, async ({ tx, record }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('events', 0))`
    await opened
    record(bumped(one.id))
    return ok(await bump(tx, one.id))
  })
  const second = appending(other.id)
  await expect.poll(() => pids.length).toBe(1)
  await untilWaiting(...pids)
  gate.open()
  await Promise.all([first, second])

  const [before] = await db.event.findMany({ where: { subjectId: one.id } })
  const [after] = await db.event.findMany({ where: { subjectId: other.id } })
  expect(after?.previousHash).toBe(before?.hash)
})

test.each([
  { form: 'of a model', error: { code: 'P2034' }, lost: true },
  {
    form: 'of raw SQL',
    error: { code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'TransactionWriteConflict' } } } },
    lost: true,
  },
  { form: 'at commit', error: { cause: { kind: 'TransactionWriteConflict' } }, lost: true },
  { form: 'of pg, serialization', error: { code: '40001' }, lost: true },
  { form: 'of pg, deadlock', error: { code: '40P01' }, lost: true },
  { form: 'of a unique index', error: { code: 'P2002' }, lost: false },
  { form: 'of a check', error: { code: '23514' }, lost: false },
  { form: 'of ours', error: new TypeError('x is undefined'), lost: false },
  { form: 'of nothing', error: undefined, lost: false },
])('an error $form: lost race $lost', ({ error, lost }) => {
  expect(lostRace(error)).toBe(lost)
})
