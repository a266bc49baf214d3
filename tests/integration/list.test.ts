import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { atOneMoment } from '@/lib/platform/one-moment'
import { assignmentFacetsOf, assignmentPageOf } from '@/lib/register/assignment-list'
import { facetsOf } from '@/lib/register/facets'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { allIdsOf, listAsJson, pageOf, totalOf } from '@/lib/register/list'
import { rowsOf } from '@/lib/register/list-rows'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { AssignmentStatus, RecommendationStatus } from '@/prisma/generated/enums'
import { type Asked, asked, dutyMeans, falls, means, parties } from '../support/filter-meaning'
import { people } from '../support/given'
import { listed, scopeFor, totalFor, walk } from '../support/list-pages'
import { runs } from '../support/runs'
import { givenWorld, type Item, onThatDay } from '../support/world'

let world: Item[] = []

beforeAll(async () => {
  world = await givenWorld()
})

test('whatever the filters, the list holds what they mean, each once, and counts it', async () => {
  await fc.assert(
    fc.asyncProperty(asked, (asked) =>
      at(onThatDay, async () => {
        const meant = world.filter(means(asked)).map(({ id }) => id)
        expect((await walk(asked, pageOf)).sort()).toEqual(meant.sort())
        expect(await totalOf(await scopeFor(asked))).toBe(meant.length)
      }),
    ),
    { numRuns: runs(150) },
  )
})

test('whatever the filters, the count beside a value is what the list has once it is chosen', async () => {
  await fc.assert(
    fc.asyncProperty(asked, ({ sort: _, ...asked }) =>
      at(onThatDay, async () => {
        const facets = await facetsOf(await scopeFor(asked))
        const count = (chosen: Asked) => world.filter(means({ ...asked, ...chosen })).length
        expect(facets.total).toBe(count({}))
        for (const status of Object.values(RecommendationStatus)) {
          expect(facets.status[status] ?? 0).toBe(count({ status: [status] }))
        }
        for (const kind of ['action', 'finding'] as const) expect(facets.kind[kind] ?? 0).toBe(count({ kind }))
        for (const due of ['overdue', 'soon', 'none'] as const) expect(facets.due[due]).toBe(count({ due }))
      }),
    ),
    { numRuns: runs(100) },
  )
})

test('a list of assignments holds those that the filters mean, and counts them by status', async () => {
  const counted = (asked: Asked) =>
    world
      .filter(
        means({
          ...asked,
          due: undefined,
          assignment: undefined,
          organization: undefined,
          group: undefined,
          owner: undefined,
        }),
      )
      .flatMap((item) =>
        item.duties.filter((duty) => dutyMeans(item, duty, asked) && (!asked.due || falls(item, duty, asked.due))),
      )
  await fc.assert(
    fc.asyncProperty(asked, (asked) =>
      at(onThatDay, async () => {
        const facets = await assignmentFacetsOf(await scopeFor(asked))
        expect(await walk(asked, assignmentPageOf)).toHaveLength(counted(asked).length)
        expect(facets.total).toBe(counted(asked).length)
        for (const status of Object.values(AssignmentStatus)) {
          const { assignment: _, ...others } = asked
          expect(facets.assignment[status]).toBe(counted({ ...others, assignment: [status] }).length)
        }
      }),
    ),
    { numRuns: runs(80) },
  )
})

test('one page after another, in every order, repeats and passes over nothing that stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('text', 'due', 'changed'),
      fc.array(fc.record({ item: fc.nat(31), progress: fc.constantFrom('in_progress', 'implemented') }), {
        maxLength: 5,
      }),
      (sort, moves) =>
        at(onThatDay, async () => {
          const moving = new Set(moves.map(({ item }) => world[item]?.id))
          const ids = await walk({ sort }, async (scope) => {
            const page = await pageOf(scope)
            const move = moves.pop()
            const owed = move && world[move.item]
            if (owed) await stir(owed.id, move.progress)
            return page
          })
          const still = world.filter(({ id, archived }) => !archived && !moving.has(id)).map(({ id }) => id)
          expect(ids.filter((id) => still.includes(id)).sort()).toEqual(still.sort())
        }),
    ),
    { numRuns: runs(40) },
  )
})

/** Moves it in every order: what is done is due no more, and it has changed. */
const stir = (recommendationId: string, progress: 'in_progress' | 'implemented') =>
  db.assignment.updateMany({ where: { recommendationId }, data: { progress, verification: 'none' } })

const unreadable = [
  { query: 'status=done', field: 'status.0', code: 'status_unknown' },
  { query: 'kind=wish', field: 'kind', code: 'kind_unknown' },
  { query: 'due=yesterday', field: 'due', code: 'due_unknown' },
  { query: 'sort=title', field: 'sort', code: 'sort_unknown' },
  { query: 'limit=201', field: 'limit', code: 'limit_unreadable' },
  { query: 'limit=all', field: 'limit', code: 'limit_unreadable' },
  { query: 'q=a%00b', field: 'q', code: 'text_unreadable' },
  { query: 'colour=red', field: 'colour', code: 'field_unknown' },
  { query: 'organization=nobody', field: 'organization', code: 'organization_unknown' },
  { query: 'group=nobody', field: 'group', code: 'group_unknown' },
  { query: 'owner=nobody%40example.org', field: 'owner', code: 'owner_unknown' },
  { query: 'document=WORLD-9', field: 'document', code: 'document_unknown' },
  { query: 'after=somewhere', field: 'after', code: 'after_unreadable' },
  {
    query: `after=${Buffer.from('["due","0000-01-01","x"]').toString('base64url')}&sort=due`,
    field: 'after',
    code: 'after_unreadable',
  },
  {
    query: `after=${Buffer.from('["due","2026-01-01"]').toString('base64url')}`,
    field: 'after',
    code: 'after_unreadable',
  },
]
for (const { query, field, code } of unreadable) {
  test(`${query} is refused by its field`, async () => {
    const filters = readFilters(new URLSearchParams(query))
    const result = filters.ok ? await listAsJson(people.chen, filters.value) : filters
    expect(result).toMatchObject({ ok: false, reason: 'invalid', errors: [{ field, code }] })
  })
}

/** A single list of a random world may have one date alone. */
const datesShown = new Set<string>()
for (const party of parties) {
  test(`by due date, a list with ${paramsOf(party)} is in the order of the dates that it shows`, () =>
    at(onThatDay, async () => {
      const asked: Asked = { ...party, sort: 'due' }
      const scope = await scopeFor(asked)
      const listed = await walk(asked, pageOf)
      const rows = await rowsOf(listed, scope)

      const shown = rows.map(({ next }) => next?.dueOn ?? 'without')
      expect(shown).toEqual(shown.toSorted())
      for (const date of shown) datesShown.add(date)
      expect(listed.toSorted()).toEqual((await walk({ ...asked, sort: 'text' }, pageOf)).toSorted())
      for await (const ids of atOneMoment(undefined, () => allIdsOf(scope, 200)))
        expect(await rowsOf(ids, scope)).toEqual(rows)
    }))
}

test('the lists of parties show different dates', () => expect(datesShown.size).toBeGreaterThan(1))

test('a cursor made for one order is none in another', async () => {
  const page = await pageOf(await scopeFor({ sort: 'due', limit: 5 }))
  const next = page.ok ? page.value.next : null
  expect(await pageOf(await scopeFor({ sort: 'changed', after: next ?? '' }))).toMatchObject({ ok: false })
})

test('what is archived is there for who keeps the record, when they ask for it, and for nobody else', async () => {
  const archived = world.filter((item) => item.archived)
  expect(await totalFor(people.chen, 'archived=yes')).toBe(archived.length)
  expect(await totalFor(people.amina, 'archived=yes')).toBe(0)
  expect(await totalFor(people.chen, '')).toBe(world.length - archived.length)
  expect(await totalFor(people.chen, 'document=WORLD-3')).toBe(0)
  expect(await listed(people.amina, 'document=WORLD-3')).toMatchObject({ ok: false, reason: 'invalid' })
})

test('an item has the shape that one recommendation has, without what only its own page shows', async () => {
  const key = world[0]?.key ?? ''
  const result = await listed(people.chen, 'document=world-1&limit=1')
  const { items, next, total } = result.ok ? JSON.parse(result.value) : {}
  const {
    annotations: _,
    nextAssignments: __,
    nextAnnotations: ___,
    edition: ____,
    ...one
  } = (await findRecommendationInFull(people.chen, key)) ?? {}
  expect(items).toEqual([one])
  expect(next).toEqual(expect.any(String))
  expect(total).toBe(16)
})
