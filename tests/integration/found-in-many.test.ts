import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/platform/db'
import { assignmentFacetsOf, assignmentPageOf } from '@/lib/register/assignment-list'
import { facetsOf } from '@/lib/register/facets'
import { readFilters } from '@/lib/register/filters'
import { groupTotalsOf } from '@/lib/register/group-totals'
import { pageOf, totalOf } from '@/lib/register/list'
import { type Scope, scopeOf } from '@/lib/register/scope'
import { flawInHistory, givenPeople, people } from '../support/given'
import { answerOf } from '../support/places'

// The bench's own data, so many that a word of every text is not among the few.
beforeAll(async () => {
  const client = await pool.connect()
  await client.query(`set bench.n = 1100; ${readFileSync('tests/bench/fill.sql', 'utf8')}`)
  client.release(true)
  await givenPeople()
})

const scopeFor = async (search: string) =>
  answerOf(await scopeOf(people.chen, answerOf(readFilters(new URLSearchParams(search)))))

const readAll = async (scope: Scope) => ({
  page: answerOf(await pageOf(scope)),
  total: await totalOf(scope),
  facets: await facetsOf(scope),
  groups: await groupTotalsOf(scope),
  assignments: answerOf(await assignmentPageOf(scope)),
  byStatus: await assignmentFacetsOf(scope),
})

const others = ['', 'status=in_progress', 'document=BENCH-0003', 'theme=Ocean', 'due=soon', 'due=overdue&sort=due']
for (const more of [...others, 'organization=organization-5', 'kind=finding&sort=changed', 'assignment=implemented']) {
  test(`a search that finds much lists and counts as one that finds little: ${more || 'alone'}`, async () => {
    const scope = await scopeFor(`q=survey+-migration&${more}`)
    expect(scope.found).toBeUndefined()
    const { rows } = await pool.query<{ id: string }>(
      `select id from recommendations where quote ~ 'survey' and quote !~ 'migration'`,
    )
    const found = rows.map(({ id }) => id)

    const listed = await readAll(scope)

    expect(listed).toEqual(await readAll({ ...scope, found }))
    expect(listed.total).toBeGreaterThan(0)
  })
}

test('a search that finds little knows what it found', async () => {
  const { id } = await db.recommendation.findUniqueOrThrow({ where: { key: 'BENCH-0001-1.2' } })
  expect(await scopeFor('q=BENCH-0001-1.2')).toMatchObject({ found: [id] })
  expect(await scopeFor('q=nowhere')).toMatchObject({ found: [] })
})

test('what the bench fills in is what the triggers write', async () => {
  const searched = async () => {
    const { rows } = await pool.query(
      `select s.* from recommendation_search s join recommendations r on r.id = s.recommendation_id
       where r.key like 'BENCH-0001-%' order by r.key`,
    )
    return rows
  }
  const filled = await searched()
  expect(filled).toHaveLength(50)
  expect(await flawInHistory()).toBeUndefined()

  await pool.query(`
    delete from recommendation_search;
    update recommendations set themes = themes || array['Other'] where key like 'BENCH-0001-%';
    update recommendations set themes = themes[1:1] where key like 'BENCH-0001-%'`)

  expect(await searched()).toEqual(filled)
})
