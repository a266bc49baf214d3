import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { at } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenRecommendation, organizations, people } from '../support/given'
import { openSession } from '../support/session'

type Versioned = 'assignment_versions' | 'recommendation_versions'

/** The versions of a row in order, the present one without an end. */
async function versionsOf(table: Versioned, id: string) {
  const { rows } = await pool.query(
    `select status, valid_from as since, nullif(valid_to, 'infinity') as until, change
     from ${table} where id = $1 order by valid_from`,
    [id],
  )
  return rows
}

const statusesOf = async (table: Versioned, id: string) => (await versionsOf(table, id)).map(({ status }) => status)

async function expectNoGapsOrOverlaps(table: Versioned) {
  const { rows } = await pool.query(
    `select id from (
       select id, valid_from, valid_to, lead(valid_from) over (partition by id order by valid_from) as following from ${table}
     ) v where valid_to <= valid_from or valid_to > following`,
  )
  expect(rows).toEqual([])
}

test('each change leaves one version, which ends where the next begins', async () => {
  const { key, id: recommendationId } = await givenRecommendation()
  const id = newId()
  const on = (day: string, work: () => Promise<unknown>) => at(`2030-0${day}T09:00:00Z`, work)
  const report = (progress: string) => reportProgress(people.chen, { assignmentId: id, progress, narrative: 'Done.' })

  await on('1-01', () => assign(people.chen, { id, key, organization: organizations.health.slug }))
  await on('2-01', () => report('in_progress'))
  await on('3-01', () => report('implemented'))

  const days = ['2030-01-01', '2030-02-01', '2030-03-01'].map((day) => new Date(`${day}T09:00:00Z`))
  const [made, began, done] = days
  expect(await versionsOf('assignment_versions', id)).toMatchObject([
    { status: 'not_started', since: made, until: began },
    { status: 'in_progress', since: began, until: done },
    { status: 'implemented', since: done, until: null },
  ])
  expect((await versionsOf('recommendation_versions', recommendationId)).slice(1)).toMatchObject([
    { status: 'not_started', since: made, until: began },
    { status: 'in_progress', since: began, until: done },
    { status: 'implemented', since: done, until: null },
  ])
})

test('versions and events of one change bear its id', async () => {
  const { id: assignmentId, recommendationId } = await givenAssignment()
  await reportProgress(people.amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' })

  const event = await db.event.findFirstOrThrow({ where: { subjectId: assignmentId } })
  const { change } = event
  expect((await versionsOf('assignment_versions', assignmentId)).at(-1)).toMatchObject({ change, since: event.at })
  expect((await versionsOf('recommendation_versions', recommendationId)).at(-1)).toMatchObject({ change })
})

test('what one looks for as of a moment is one version, at the bounds too', async () => {
  const { id } = await givenAssignment()
  const moment = '2031-05-05T12:00:00.000Z'
  await at(moment, () =>
    reportProgress(people.chen, { assignmentId: id, progress: 'in_progress', narrative: 'Begun.' }),
  )
  const asOf = async (when: string) => {
    const { rows } = await pool.query(
      'select status from assignment_versions where id = $1 and valid_from <= $2 and valid_to > $2',
      [id, when],
    )
    return rows.map(({ status }) => status)
  }

  expect(await asOf('2031-05-05T11:59:59.999Z')).toEqual(['not_started'])
  expect(await asOf(moment)).toEqual(['in_progress'])
  expect(await asOf('2999-01-01')).toEqual(['in_progress'])
  expect(await asOf('1999-01-01')).toEqual([])
})

test('a transaction that began earlier and writes later ends no version before it begins', async () => {
  const { id, recommendationId } = await givenAssignment()
  const move = 'update assignments set progress = $2 where id = $1'
  const clock = "select set_config('app.change', gen_random_uuid()::text, true), set_config('app.now', $1, true)"
  const [early, late] = [await openSession(), await openSession()]
  await early.run(clock, ['2030-01-01T10:00:00.000Z'])
  await late.run(clock, ['2030-01-01T10:00:00.500Z'])

  await late.run(move, [id, 'in_progress'])
  await late.end('commit')
  await early.run(move, [id, 'partially_implemented'])
  await early.run(move, [id, 'implemented'])
  await early.end('commit')

  const versions = await versionsOf('assignment_versions', id)
  expect(versions.map(({ status }) => status)).toEqual(['not_started', 'in_progress', 'implemented'])
  expect(versions[2].since.toISOString()).toBe('2030-01-01T10:00:00.501Z')
  expect(await statusesOf('recommendation_versions', recommendationId)).toEqual([
    'unassigned',
    'not_started',
    'in_progress',
    'implemented',
  ])
  await expectNoGapsOrOverlaps('assignment_versions')
  await expectNoGapsOrOverlaps('recommendation_versions')
})

test('a change that changes nothing leaves no version', async () => {
  const { id, recommendationId } = await givenAssignment()
  await db.assignment.update({ where: { id }, data: { progress: 'not_started' } })
  await db.recommendation.update({ where: { id: recommendationId }, data: { title: 'Cooperate' } })

  expect(await statusesOf('assignment_versions', id)).toHaveLength(1)
  expect(await statusesOf('recommendation_versions', recommendationId)).toEqual(['unassigned', 'not_started'])
})

test('a row that goes ends its last version, and one that comes back under its id begins another', async () => {
  const { id, recommendationId } = await givenAssignment()
  const row = await db.assignment.findUniqueOrThrow({ where: { id }, omit: { status: true } })
  await db.assignment.delete({ where: { id } })
  expect(await versionsOf('assignment_versions', id)).toMatchObject([{ until: expect.any(Date) }])

  await db.assignment.create({ data: row })

  expect(await versionsOf('assignment_versions', id)).toMatchObject([{ until: expect.any(Date) }, { until: null }])
  expect(await statusesOf('recommendation_versions', recommendationId)).toEqual([
    'unassigned',
    'not_started',
    'unassigned',
    'not_started',
  ])
  await expectNoGapsOrOverlaps('assignment_versions')
})

test('what one change made and removed was never there', async () => {
  const { id: recommendationId } = await givenRecommendation()
  const id = newId()
  const session = await openSession()
  await session.run('insert into assignments (id, recommendation_id, organization_id) values ($1, $2, $3)', [
    id,
    recommendationId,
    organizations.health.id,
  ])
  await session.run('delete from assignments where id = $1', [id])
  await session.end('commit')

  expect(await statusesOf('assignment_versions', id)).toEqual([])
  expect(await statusesOf('recommendation_versions', recommendationId)).not.toContain('not_started')
})

test('what changes many rows takes about as long for each as what changed one before', async () => {
  const { id } = await givenRecommendation()
  const count = 10_000
  const client = await pool.connect()
  try {
    await client.query(`
      begin; set local statement_timeout = '8s';
      select set_config('app.change', '${newId()}', true), set_config('app.now', now()::text, true);
      set local session_replication_role = replica`)
    await client.query(
      `insert into recommendations (id, key, document_id, paragraph_id, ordinal, start, "end", quote, title)
       select gen_random_uuid(), 'MANY-' || i, document_id, paragraph_id, ordinal, start, "end", quote, title
       from recommendations, generate_series(1, ${count}) i where id = $1`,
      [id],
    )
    await client.query(
      `insert into organizations (id, slug, name)
       select gen_random_uuid(), 'many-' || i, 'Many ' || i from generate_series(1, $1::int) i`,
      [count],
    )
    await client.query(
      `insert into assignments (id, recommendation_id, organization_id)
       select gen_random_uuid(), $1, id from organizations where slug like 'many-%'`,
      [id],
    )
    await client.query('set local session_replication_role = origin')

    for (const limit of [1, count]) {
      const several = (table: string, where: string) => `id in (select id from ${table} where ${where} limit ${limit})`
      await client.query(`update assignments set version = version + 1
        where ${several('assignments', `recommendation_id = '${id}'`)}`)
      await client.query(`update recommendations set version = version + 1
        where ${several('recommendations', "key like 'MANY-%'")}`)
    }

    const kept = await client.query(`
      select (select count(*)::int from assignment_versions where recommendation_id = '${id}') as assignments,
             (select count(*)::int from recommendation_versions where key like 'MANY-%') as recommendations`)
    expect(kept.rows).toEqual([{ assignments: count, recommendations: count }])
  } finally {
    await client.query('rollback')
    client.release()
  }
})
