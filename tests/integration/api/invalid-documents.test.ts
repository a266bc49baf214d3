import { expect, test } from 'vitest'
import { POST as add, GET as list } from '@/app/api/v1/documents/route'
import { cursorOf } from '@/lib/platform/cursor'
import { call } from '../../support/api'
import { newDocument, text } from '../../support/api-document'

test('what is wrong with a document is said row by row', async () => {
  const body = {
    ...newDocument(),
    code: 'a b',
    recommendations: [{ paragraph: '9', start: 0, end: 1 }, { paragraph: '1' }],
  }
  const { status, body: problem } = await call(add, {}, { as: 'chen', body })
  expect(status).toBe(422)
  expect(problem.errors.map(({ field }: { field: string }) => field)).toEqual(
    expect.arrayContaining(['code', 'recommendations.1.start', 'recommendations.1.end']),
  )
  const outside = {
    ...newDocument(),
    recommendations: [
      { paragraph: '9', start: 0, end: 1 },
      { paragraph: '1', start: 0, end: 99 },
    ],
  }
  expect(await call(add, {}, { as: 'chen', body: outside })).toMatchObject({
    status: 422,
    body: {
      errors: [
        { field: 'recommendations.0.paragraph', code: 'paragraph_unknown' },
        { field: 'recommendations.1.end', code: 'span_unreadable' },
      ],
    },
  })
})

const mark = { start: 0, end: 6 }
const refused = [
  ...[1.5, 0, null, true, {}, undefined].map((paragraph) => {
    const code = 'recommendations.0.paragraph: paragraph_unreadable'
    return { given: { recommendations: [{ ...mark, paragraph }] }, code }
  }),
  { given: { paragraphs: [{ label: '1', text, parent: 1.5 }] }, code: 'paragraphs.0.parent: paragraph_unreadable' },
  { given: { date: '0000-01-01' }, code: 'date: day_unreadable' },
]
for (const { given, code } of refused) {
  test(`what is of another sort is refused: ${JSON.stringify(given)}`, async () => {
    const { status, body } = await call(
      add,
      {},
      { as: 'chen', body: { ...newDocument(), recommendations: [], ...given } },
    )
    const input = body.errors.map((error: { field: string; code: string }) => `${error.field}: ${error.code}`)
    expect({ status, input }).toEqual({ status: 422, input: [code] })
  })
}

test.each([' 7 ', '12  bis', 'e\u0301'])('a paragraph is found by the label that was sent, also %j', async (label) => {
  const paragraphs = [
    { label, text },
    { label: '(a)', text, parent: label },
  ]
  const body = { ...newDocument(), paragraphs, recommendations: [{ ...mark, paragraph: label }] }
  const added = await call(add, {}, { as: 'chen', body })
  expect(added).toMatchObject({
    status: 201,
    body: { paragraphs: [{ recommendations: [mark] }, { parentOrdinal: 1 }] },
  })
})

const nowhere = ['x', '2026-02-30 A', '9999-99-99 X', cursorOf('documents', ['0000-01-01', 'X'])]
test.each(nowhere)('a place that the list never said is refused: %j', async (after) => {
  expect(await call(list, {}, { as: 'dita', query: new URLSearchParams({ after }).toString() })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'after', code: 'after_unreadable' }] },
  })
})
