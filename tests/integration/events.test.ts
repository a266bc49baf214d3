import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, organizations, people } from '../support/given'
import { openSession } from '../support/session'

const event = (over: object = {}) => ({
  kind: 'test.happened',
  subjectType: 'test',
  subjectId: newId(),
  recommendationId: null,
  audience: 'internal',
  body: '{}',
  ...over,
})

const append = (...events: object[]) =>
  pool.query('select append_events($1, $2)', [null, JSON.stringify(events.length > 0 ? events : [event()])])

/** The text of each event as anybody can put it together from the row, with the hash that stands beside it. */
async function chain() {
  const { rows } = await pool.query('select * from events order by seq')
  return rows.map((e) => {
    const { previous_hash, seq, at, change, actor_id, kind, subject_type, subject_id, recommendation_id, audience } = e
    const who = [actor_id, kind, subject_type, subject_id, recommendation_id, audience, e.organization_id]
    const lines = [previous_hash, seq, at.toISOString(), change, ...who, e.body].map((value) => value ?? '')
    return { seq: Number(seq), previous: previous_hash, hash: e.hash, text: lines.join('\n'), body: e.body }
  })
}

async function expectSoundChain() {
  const links = await chain()
  expect(links.map(({ seq }) => seq)).toEqual(links.map((_, index) => index + 1))
  expect(links.map(({ previous }) => previous)).toEqual(['0'.repeat(64), ...links.map(({ hash }) => hash)].slice(0, -1))
  expect(links.map(({ hash }) => hash)).toEqual(
    links.map(({ text }) => createHash('sha256').update(text).digest('hex')),
  )
  return links
}

test('anybody can compute every hash from the row, whatever stands in it', async () => {
  const hard = [
    '"quoted" \\ back',
    'é e\u0301 漢字 😀',
    'tab\tnew\nline\r\n',
    '\u2028\u2029',
    '{"a":1.0,"a":2}',
    "it's",
  ]
  const bodies = hard.map((text, indent) => JSON.stringify({ text }, null, indent))
  await append(...bodies.map((body, place) => event({ body, recommendationId: place % 2 ? newId() : null })))
  await append(event({ audience: 'organization', organizationId: organizations.health.id }))
  await pool.query('select append_events($1, $2)', [people.amina.id, JSON.stringify([event({ audience: 'public' })])])

  const links = await expectSoundChain()

  expect(links.slice(-hard.length - 2, -2).map(({ body }) => JSON.parse(body).text)).toEqual(hard)
})

test.each(['\u0000nul', '\ud800lone'])('what PostgreSQL could not read again is no event: %j', async (text) => {
  const before = (await chain()).length

  await expect(append(event({ body: JSON.stringify({ text }) }))).rejects.toThrow()

  expect(await expectSoundChain()).toHaveLength(before)
})

test('sixteen who append at once make one chain', async () => {
  const rounds = Array.from({ length: 20 }, (_, round) => round)
  const before = (await chain()).length

  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const _ of rounds) await append(event(), event())
    }),
  )

  expect(await expectSoundChain()).toHaveLength(before + 16 * 20 * 2)
  const { rows } = await pool.query('select count(*)::int as wrong from events e where hash <> event_hash(e)')
  expect(rows).toEqual([{ wrong: 0 }])
})

test.each([
  "update events set body = '{}'",
  'delete from events',
  'truncate events',
  "set local session_replication_role = replica; update events set body = '{}'",
  'set local session_replication_role = replica; delete from events',
  'set local session_replication_role = replica; truncate events',
])('no event is changed or removed by: %s', async (statement) => {
  await append()
  const before = await chain()
  const session = await openSession()

  await expect(session.run(statement)).rejects.toThrow('events_append_only')

  await session.end('rollback')
  expect(await chain()).toEqual(before)
})

test('who sees an older state than the last link can add none', async () => {
  const appending = (isolationLevel: 'RepeatableRead' | 'Serializable') =>
    db.$transaction((tx) => tx.$executeRaw`select append_events(null, ${JSON.stringify([event()])}::json)`, {
      isolationLevel,
    })

  await expect(appending('RepeatableRead')).rejects.toThrow('READ COMMITTED')
  await expect(appending('Serializable')).rejects.toThrow('READ COMMITTED')
})

test.each([
  { what: 'leaves a gap', seq: 'seq + 2', previous: 'hash' },
  { what: 'forks the chain', seq: 'seq + 1', previous: 'previous_hash' },
])('a link that $what is refused', async ({ seq, previous }) => {
  await append()
  await append()
  await expect(
    pool.query(`insert into events select ${seq}, at, change, actor_id, kind, subject_type, subject_id,
      recommendation_id, audience, organization_id, body, ${previous}, 'another' from events order by seq desc limit 1`),
  ).rejects.toThrow('events_chained')
})

test.each([
  { over: { kind: 'two\nlines' }, refusal: 'events_kind' },
  { over: { kind: 'a.b\n' }, refusal: 'events_kind' },
  { over: { kind: 'nothing' }, refusal: 'events_kind' },
  { over: { subjectType: 'a\nb' }, refusal: 'events_subject_type' },
  { over: { body: '{' }, refusal: 'invalid input syntax for type json' },
  { over: { audience: 'organization' }, refusal: 'events_organization' },
  { over: { organizationId: newId() }, refusal: 'events_organization' },
  { over: { audience: 'all' }, refusal: 'invalid input value for enum' },
])('an event that could be read as another is none: $over', async ({ over, refusal }) => {
  const before = await chain()
  await expect(append(event(), event(over))).rejects.toThrow(refusal)
  expect(await chain()).toEqual(before)
})

test('what one transaction appends has one change and one moment, also where nobody has set them', async () => {
  const session = await openSession()
  for (const _ of [1, 2]) await session.run('select append_events(null, $1)', [JSON.stringify([event()])])
  await session.end('commit')
  await append()

  const { rows } = await pool.query('select change, at from events order by seq desc limit 3')
  expect(rows[1]).toEqual(rows[2])
  expect(rows[0].change).not.toBe(rows[1].change)
})

test('the moment of an event is that of its change, to the millisecond', async () => {
  await givenPeople()
  const session = await openSession()
  const change = newId()
  await session.run("select set_config('app.change', $1, true), set_config('app.now', $2, true)", [
    change,
    '2030-01-01T10:00:00.123Z',
  ])
  await session.run('select append_events(null, $1)', [JSON.stringify([event()])])
  await session.end('commit')

  const { rows } = await pool.query('select change, at from events order by seq desc limit 1')
  expect(rows).toEqual([{ change, at: new Date('2030-01-01T10:00:00.123Z') }])
})
