import { beforeAll, expect, test } from 'vitest'
import * as history from '@/lib/cli/manage/history'
import { historyHead } from '@/lib/history/verify'
import { endSessions } from '@/lib/people/end-sessions'
import { beginSession } from '@/lib/people/sessions'
import { db, pool } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/environment'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { afterTampering } from '../support/tampering'

/** A history whose last event leaves no row that only it explains. */
beforeAll(async () => {
  await seed()
  await givenPeople()
  const { id } = await givenPerson()
  await beginSession(id, null)
  valueIn(await endSessions(people.faisal, { id }))
})

test('events in another order, or a further one between them, break the chain', async () => {
  const [{ seq: last } = { seq: 0 }] = (await pool.query<{ seq: number }>('select max(seq)::int as seq from events'))
    .rows
  const swapped = `update events set seq = case seq when ${last - 1} then 0 else ${last - 1} end where seq in (${last}, ${last - 1});
    update events set seq = ${last} where seq = 0`
  expect(await afterTampering(['events'], swapped)).toMatchObject({ ok: false, flaw: { seq: last - 1, what: 'link' } })

  const between = `update events set seq = -seq where seq >= ${last};
    update events set seq = 1 - seq where seq < 0;
    insert into events (seq, at, change, kind, subject_type, subject_id, audience, body, previous_hash, hash)
      select ${last}, at, change, kind, subject_type, subject_id, audience, body, hash, hash from events where seq = ${last - 1};
    update events e set hash = event_hash(e) where seq = ${last}`
  expect(await afterTampering(['events'], between)).toMatchObject({ ok: false, flaw: { seq: last + 1, what: 'link' } })
})

test('a hash that was noted shows that events were cut off, or that all of them were written again', async () => {
  const head = (await historyHead()) ?? ''
  const { seq } = await db.event.findFirstOrThrow({ where: { hash: head } })
  const settings = readEnvironment(process.env)
  expect(await history.head.run({}, settings)).toBe(head)
  expect(await history.verify.run({ head }, settings)).toContain(`that of event ${seq}.`)
  await expect(history.verify.run({ head: 'a'.repeat(64) }, settings)).rejects.toThrow('has no event with this hash')
  await expect(history.verify.run({ head: 'x' }, settings)).rejects.toThrow('x is no hash')

  const cut = `delete from events where seq = ${seq}`
  const found = await afterTampering(['events'], cut, head)
  expect(found).toEqual({ ok: false, flaw: { what: 'head' } })
})
