import { expect, test } from 'vitest'
import { POST as annotate } from '@/app/api/v1/recommendations/[key]/annotations/route'
import { POST as assign } from '@/app/api/v1/recommendations/[key]/assignments/route'
import { POST as close } from '@/app/api/v1/recommendations/[key]/close/route'
import { GET as history } from '@/app/api/v1/recommendations/[key]/history/route'
import { POST as reopen } from '@/app/api/v1/recommendations/[key]/reopen/route'
import { PATCH as edit, GET as one, DELETE as remove } from '@/app/api/v1/recommendations/[key]/route'
import { GET as list } from '@/app/api/v1/recommendations/route'
import { seed } from '@/prisma/seed/seed'
import { call } from '../../support/api'
import { emailOf, givenRecommendation, organizations } from '../../support/given'

const { health, finance } = organizations

test('a list gives its rows whole, page by page, with how many there are', async () => {
  await seed()
  const first = await call(list, {}, { as: 'dita', query: 'document=SALVADOR-2010&limit=4' })
  expect(first).toMatchObject({ status: 200, type: 'application/json', body: { total: 10 } })
  expect(first.body.items[0]).toEqual({
    key: 'SALVADOR-2010-15.1',
    citation: 'Report of Committee II on agenda item 8 and Workshop 2, Addendum, 14 April 2010, para. 15',
    title: 'Follow up with swift and concrete action',
    quote: expect.stringMatching(/^During the discussion on cybercrime, .* swift and concrete action\.$/),
    kind: 'action',
    status: 'unassigned',
    counts: { open: 0, begun: 0, implemented: 0, verified: 0, closed: 0 },
    document: {
      code: 'SALVADOR-2010',
      title: 'Report of Committee II on agenda item 8 and Workshop 2, Addendum',
      date: '2010-04-14',
    },
    paragraph: { label: '15', ordinal: 1, heading: 'Conclusions and recommendations' },
    addressees: [
      { words: 'States', group: { slug: 'states', name: 'States' } },
      {
        words: 'international organizations',
        group: { slug: 'international-organizations', name: 'International organizations' },
      },
    ],
    themes: ['Follow-up'],
    assignments: [],
    version: 1,
    updatedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  })

  const keys: string[] = []
  for (let after = ''; ; ) {
    const { body } = await call(list, {}, { as: 'dita', query: `document=SALVADOR-2010&limit=4${after}` })
    keys.push(...body.items.map(({ key }: { key: string }) => key.slice('SALVADOR-2010-'.length)))
    if (body.next === null) break
    after = `&after=${body.next}`
  }
  expect(keys).toEqual(['15.1', '16.1', '16.2', '17.1', '17.2', '17.3', '17.4', '18.1', '18.2', '18.3'])
})

test('the same rows come as a sheet, page by page', async () => {
  await seed()
  const sheet = (query: string) => call(list, {}, { as: 'dita', query })
  const rows = (body: string) => body.trimEnd().split('\r\n').slice(1)

  const first = await sheet('document=SALVADOR-2010&limit=6&format=csv')
  const [, onward = ''] = /^<\/api\/v1\/recommendations\?(.+)>; rel="next"$/.exec(first.link ?? '') ?? []
  const second = await sheet(onward)

  expect(first).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' })
  expect(second.link).toBeUndefined()
  expect(new Set([...rows(first.body), ...rows(second.body)]).size).toBe(10)
  const workbook = await sheet('document=SALVADOR-2010&limit=6&format=xlsx')
  expect(workbook).toMatchObject({ status: 200, type: expect.stringContaining('spreadsheetml.sheet') })
  expect(workbook.link).toBeUndefined()
  expect(await call(list, {}, { as: 'dita', query: 'format=xml' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'format', code: 'format_unknown' }] },
  })
})

test('one is read with its assignments and the notes that are for the reader', async () => {
  const { key } = await givenRecommendation()
  const made = await call(assign, { key }, { as: 'chen', body: { organization: health.slug, owner: emailOf('amina') } })
  const note = await call(annotate, { key }, { as: 'amina', body: { body: 'Ours.', audience: 'organization' } })
  expect([made.status, note.status]).toEqual([201, 201])

  expect(await call(one, { key }, { as: 'dita' })).toMatchObject({
    status: 200,
    type: 'application/json',
    body: { key, status: 'not_started', assignments: [made.body], annotations: [note.body] },
  })
  expect(await call(one, { key }, { as: 'bruno' })).toMatchObject({ body: { annotations: [] } })
  expect(await call(one, { key: 'NOTHING-1.1' }, { as: 'dita' })).toMatchObject({
    status: 404,
    body: { code: 'recommendation_not_found' },
  })
})

test('one that was removed is not found, by a code of its own', async () => {
  const { key } = await givenRecommendation()
  expect(await call(remove, { key }, { as: 'chen' })).toMatchObject({ status: 200 })
  expect(await call(one, { key }, { as: 'dita' })).toMatchObject({
    status: 404,
    body: { code: 'recommendation_was_removed' },
  })
})

test('what is archived is there for those who keep the record, and for nobody else', async () => {
  const { key } = await givenRecommendation({ archived: true })
  expect(await call(one, { key }, { as: 'chen' })).toMatchObject({ status: 200 })
  for (const [route, body] of [[one], [history], [edit, { version: 1 }], [annotate, { body: 'Hm.' }]] as const) {
    expect(await call(route, { key }, { as: 'amina', body })).toMatchObject({ status: 404 })
  }
})

test('it is corrected by its version, and whoever comes second is shown what stands', async () => {
  const { key } = await givenRecommendation()
  const addressees = [{ words: 'States' }, { words: 'the Ministry', organization: health.slug }]
  const body = { title: 'Work together', kind: 'finding', themes: ['Cooperation'], addressees, version: 1 }

  const { slug, name } = health
  expect(await call(edit, { key }, { as: 'chen', body })).toMatchObject({
    status: 200,
    body: {
      ...body,
      addressees: [{ words: 'States' }, { words: 'the Ministry', organization: { slug, name } }],
      version: 2,
    },
  })
  expect(await call(edit, { key }, { as: 'faisal', body: { title: 'Cooperate well', version: 1 } })).toMatchObject({
    status: 409,
    type: 'application/problem+json',
    body: { code: 'recommendation_changed', current: { title: 'Work together', version: 2 } },
  })
  expect(await call(edit, { key }, { as: 'amina', body: { title: 'Mine', version: 2 } })).toMatchObject({ status: 403 })
  expect(await call(edit, { key }, { as: 'chen', body: { quote: 'Mine', version: 2 } })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'quote', code: 'field_unknown' }] },
  })
})

test('it is closed with a reason, and reopened', async () => {
  const { key } = await givenRecommendation()
  const body = { closure: 'superseded', reason: 'By a later report.' }
  expect(await call(close, { key }, { as: 'chen', body: { closure: 'superseded' } })).toMatchObject({ status: 422 })
  expect(await call(close, { key }, { as: 'bruno', body })).toMatchObject({ status: 403 })
  expect(await call(close, { key }, { as: 'chen', body })).toMatchObject({
    status: 200,
    body: { key, status: 'closed', closure: 'superseded' },
  })
  expect(await call(reopen, { key }, { as: 'chen', body: { reason: 'By mistake.' } })).toMatchObject({
    status: 200,
    body: { key, status: 'unassigned' },
  })
  expect(await call(reopen, { key }, { as: 'chen', body: { reason: 'Once more.' } })).toMatchObject({
    status: 409,
    body: { code: 'recommendation_not_closed', current: { key } },
  })
})

test('its history is told newest first, each event with its link, page by page', async () => {
  const { key } = await givenRecommendation()
  const { body: made } = await call(assign, { key }, { as: 'chen', body: { organization: finance.slug } })
  await call(annotate, { key }, { as: 'bruno', body: { body: 'For us all.' } })

  const { status, body } = await call(history, { key }, { as: 'dita', query: 'limit=1' })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      items: [
        {
          seq: expect.any(Number),
          at: expect.any(String),
          actor: { name: 'bruno' },
          kind: 'annotation.added',
          subject: { type: 'annotation' },
          recommendation: key,
          before: null,
          after: { audience: 'internal' },
          previousHash: expect.stringMatching(/^[0-9a-f]{64}$/),
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
      next: expect.any(Number),
    },
  })
  const rest = await call(history, { key }, { as: 'dita', query: `after=${body.next}` })
  expect(rest.body).toMatchObject({
    items: [
      { kind: 'assignment.made', subject: { type: 'assignment', id: made.id }, hash: body.items[0].previousHash },
    ],
    next: null,
  })
})
