import { expect, test } from 'vitest'
import { POST as archive } from '@/app/api/v1/documents/[code]/archive/route'
import { POST as addOne } from '@/app/api/v1/documents/[code]/recommendations/route'
import { POST as restore } from '@/app/api/v1/documents/[code]/restore/route'
import { PATCH as edit, GET as one } from '@/app/api/v1/documents/[code]/route'
import { POST as add, GET as list } from '@/app/api/v1/documents/route'
import { GET as recommendation, DELETE as remove } from '@/app/api/v1/recommendations/[key]/route'
import { GET as recommendations } from '@/app/api/v1/recommendations/route'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { call } from '../../support/api'
import { newDocument, text } from '../../support/api-document'
import { people } from '../../support/given'
import { answerOf } from '../../support/places'

test('a document is added with its recommendations, and read whole', async () => {
  const wanted = newDocument()
  const { code } = wanted
  const added = await call(add, {}, { as: 'chen', body: wanted })
  expect(added).toMatchObject({
    status: 201,
    body: {
      code,
      title: 'Report on data',
      date: '2026-05-04',
      paragraphs: [
        {
          ordinal: 1,
          label: '1',
          heading: 'Data',
          text,
          recommendations: [
            { key: `${code}-1.1`, start: 0, end: 25, title: 'Share data', kind: 'action' },
            { key: `${code}-1.2`, start: 26, end: 57, kind: 'finding' },
          ],
        },
        { ordinal: 2, label: '(a)', parent: '1', recommendations: [{ key: `${code}-1a.1` }] },
      ],
    },
  })
  expect(await call(one, { code }, { as: 'dita' })).toMatchObject({ status: 200, body: added.body })
  expect(await call(recommendation, { key: `${code}-1.2` }, { as: 'dita' })).toMatchObject({
    body: { quote: 'They should do so in good time.', citation: 'Report on data, DATA/2026/1, 4 May 2026, para. 1' },
  })
  const again = await call(add, {}, { as: 'chen', body: newDocument(code) })
  expect(again).toMatchObject({ status: 409, body: { code: 'document_exists', current: { code } } })
  expect(again.body.current).toEqual((await call(list, {}, { as: 'dita', query: `q=${code}` })).body.items[0])
  expect(await call(add, {}, { as: 'amina', body: newDocument() })).toMatchObject({ status: 403 })
})

test('one Idempotency-Key is one document', async () => {
  const body = newDocument()
  const headers = { 'idempotency-key': newId() }
  const [first, second] = [
    await call(add, {}, { as: 'chen', body, headers }),
    await call(add, {}, { as: 'chen', body, headers }),
  ]
  expect(second).toEqual(first)
  expect(first.status).toBe(201)
})

const others = [
  ...Object.entries({ date: '2026-05-05', place: 'Geneva', body: 'Panel', symbol: 'DATA/2', language: 'fr' }),
  ['paragraphs', [{ label: '1', text, heading: 'Figures' }]],
  [
    'paragraphs',
    [
      { label: '1', text, heading: 'Data' },
      { label: '2', text },
    ],
  ],
  ['recommendations', [{ paragraph: '1', start: 0, end: 24, title: 'Share data' }]],
  ['recommendations', [{ paragraph: '1', start: 0, end: 25, title: 'Share data', kind: 'finding' }]],
] as const
for (const [field, value] of others) {
  test(`under the same Idempotency-Key others are a conflict: ${field} ${JSON.stringify(value)}`, async () => {
    const recommendations = [{ paragraph: '1', start: 0, end: 25, title: 'Share data' }]
    const sent = { ...newDocument(), paragraphs: [{ label: '1', text, heading: 'Data' }], recommendations }
    const headers = { 'idempotency-key': newId() }
    await call(add, {}, { as: 'chen', body: sent, headers })

    const other = await call(add, {}, { as: 'chen', body: { ...sent, [field]: value }, headers })
    const { items } = (await call(list, {}, { as: 'chen', query: `q=${sent.code}` })).body
    expect(other).toMatchObject({
      status: 409,
      body: { code: 'document_sent_before', detail: expect.stringContaining('Idempotency-Key') },
    })
    expect(other.body.current).toEqual(items[0])
  })
}

test('a request sent again answers its document, also once a title was corrected in it', async () => {
  const body = newDocument()
  const headers = { 'idempotency-key': newId() }
  await call(add, {}, { as: 'chen', body, headers })
  answerOf(await editRecommendation(people.chen, { key: `${body.code}-1.1`, title: 'Share them', version: 1 }))

  expect(await call(add, {}, { as: 'chen', body, headers })).toMatchObject({
    status: 201,
    body: { code: body.code, paragraphs: [{ recommendations: [{ title: 'Share them' }, {}] }, {}] },
  })
})

test('of what is archived those hear nothing who don’t keep the record', async () => {
  const { code } = (await call(add, {}, { as: 'chen', body: newDocument() })).body
  await call(archive, { code: code.toLowerCase() }, { as: 'chen', body: {} })

  const none = { status: 200, body: { items: [], next: null, total: 0 } }
  expect(await call(list, {}, { as: 'dita', query: 'archived=yes' })).toMatchObject(none)
  expect(await call(list, {}, { as: 'amina', query: 'archived=yes' })).toMatchObject(none)
})

test('a document is found by its code, whatever its case', async () => {
  const added = await call(add, {}, { as: 'chen', body: newDocument() })
  const code = added.body.code.toLowerCase()

  expect(await call(one, { code }, { as: 'dita' })).toMatchObject({ status: 200, body: added.body })
  const archived = await call(archive, { code }, { as: 'chen', body: {} })
  expect(archived).toMatchObject({ status: 200, body: { code: added.body.code } })
  expect(await call(restore, { code }, { as: 'chen', body: {} })).toMatchObject({ status: 200 })
  expect(await call(one, { code: 'nul\0' }, { as: 'dita' })).toMatchObject({ status: 404 })
})

test('what is archived leaves lists and counts, and comes back', async () => {
  const wanted = newDocument()
  const { code } = wanted
  await call(add, {}, { as: 'chen', body: wanted })
  const before = await call(recommendations, {}, { as: 'dita' })

  expect(await call(archive, { code }, { as: 'amina', body: {} })).toMatchObject({ status: 403 })
  expect(await call(archive, { code }, { as: 'chen', body: {} })).toMatchObject({ status: 200, body: { code } })
  expect(await call(one, { code }, { as: 'dita' })).toMatchObject({ status: 404 })
  expect((await call(recommendations, {}, { as: 'dita' })).body.total).toBe(before.body.total - 3)
  expect((await call(list, {}, { as: 'dita', query: 'limit=200' })).body.items).not.toContainEqual(
    expect.objectContaining({ code }),
  )
  expect((await call(list, {}, { as: 'chen', query: 'archived=yes&limit=200' })).body.items).toContainEqual(
    expect.objectContaining({ code }),
  )

  expect(await call(restore, { code }, { as: 'chen', body: {} })).toMatchObject({ status: 200, body: { code } })
  expect((await call(recommendations, {}, { as: 'dita' })).body.total).toBe(before.body.total)
})

test('a published document is corrected: its details, a further recommendation, and one removed again', async () => {
  const wanted = newDocument()
  const { code } = wanted
  await call(add, {}, { as: 'chen', body: wanted })

  const edited = await call(edit, { code }, { as: 'chen', body: { version: 1, title: 'Data', symbol: null } })
  expect(edited).toMatchObject({ status: 200, body: { code, title: 'Data', version: 2 } })
  expect(edited.body.symbol).toBeUndefined()
  const wrong = await call(edit, { code }, { as: 'chen', body: { version: 2, title: '', language: 'x' } })
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'title' }, { field: 'language' }] } })

  const headers = { 'idempotency-key': newId() }
  const body = { paragraph: '1', start: 34, end: 57, title: 'Do so in time' }
  const added = await call(addOne, { code }, { as: 'chen', body, headers })
  expect(added).toMatchObject({ status: 201, body: { key: `${code}-1.2b`, title: 'Do so in time' } })
  expect(await call(addOne, { code }, { as: 'chen', body, headers })).toMatchObject({ body: added.body })
  expect(await call(addOne, { code }, { as: 'chen', body })).toMatchObject({
    status: 409,
    body: { code: 'recommendation_exists', current: { key: `${code}-1.2b` } },
  })

  const { key } = added.body
  expect(await call(remove, { key }, { as: 'chen', body: {} })).toMatchObject({ status: 200, body: { key } })
  expect(await call(recommendation, { key }, { as: 'chen' })).toMatchObject({ status: 404 })
  expect(await call(addOne, { code }, { as: 'chen', body, headers })).toMatchObject({
    status: 409,
    body: {
      code: 'recommendation_removed',
      detail: expect.stringContaining('Use a new Idempotency-Key'),
      current: null,
    },
  })
})
