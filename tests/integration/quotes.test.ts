import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { cut } from '@/lib/reading/sentences'
import { givenRecommendation } from '../support/given'
import { openSession, untilWaiting } from '../support/session'

const text = 'A 😀 e\u0301 漢字 end.'

async function givenParagraph(written = text) {
  const { paragraphId, documentId } = await givenRecommendation({ text: written })
  await db.recommendation.deleteMany({ where: { paragraphId } })
  return { paragraphId, documentId }
}

type Place = { paragraphId: string; documentId: string }

/** The last is PostgreSQL's own word, before it comes to ours. */
const refused = /quote_not_in_paragraph|recommendations_span|negative substring length/

const quoting = (place: Place, start: number, end: number, quote = cut(text, { start, end })) =>
  db.recommendation.create({ data: { key: newId(), ...place, ordinal: 1, start, end, quote, title: 'Part' } })

test.each([
  { start: 2, end: 3, quote: '😀' },
  { start: 4, end: 6, quote: 'e\u0301' },
  { start: 7, end: 9, quote: '漢字' },
  { start: 0, end: 14, quote: text },
])('the span from $start to $end is $quote: places are code points', async ({ start, end, quote }) => {
  expect(await quoting(await givenParagraph(), start, end)).toMatchObject({ quote })
})

test.each([
  { why: 'places are no UTF-16 units', start: 2, end: 8, quote: text.slice(2, 8) },
  { why: 'letters and their marks are not composed', start: 4, end: 5, quote: '\u00e9' },
  { why: 'one letter is another', start: 10, end: 13, quote: 'eNd' },
  { why: 'nothing is no quote', start: 3, end: 3, quote: '' },
  { why: 'the end comes after the start', start: 4, end: 2, quote: '' },
  { why: 'a text has an end', start: 10, end: 20, quote: 'end.' },
  { why: 'a text has a beginning', start: -1, end: 1, quote: 'A ' },
])('what is not just its span is no quote: $why', async ({ start, end, quote }) => {
  const place = await givenParagraph()
  await expect(quoting(place, start, end, quote)).rejects.toThrow(refused)
  expect(await db.recommendation.count({ where: place })).toBe(0)
})

test('of any text any part can be quoted, just as the code cuts it', async () => {
  const written = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((some) => !some.includes('\0'))
  await fc.assert(
    fc.asyncProperty(written, fc.nat(29), fc.nat(29), async (some, one, other) => {
      const last = [...some].length - 1
      const [start, end] = [Math.min(one, other, last), Math.min(Math.max(one, other), last) + 1]
      const quote = cut(some, { start, end })
      expect(await quoting(await givenParagraph(some), start, end, quote)).toMatchObject({ quote })
    }),
    { numRuns: 25 },
  )
})

test('a text that is quoted changes only where nobody quotes it', async () => {
  const place = await givenParagraph()
  await quoting(place, 2, 6)
  const rewrite = (other: string) => db.paragraph.update({ where: { id: place.paragraphId }, data: { text: other } })

  await expect(rewrite('B 😀 e\u0301')).resolves.toBeDefined()
  for (const other of ['A 😀 \u00e9', ' A 😀 e\u0301', 'A 😀', '']) {
    await expect(rewrite(other), other).rejects.toThrow('quote_not_in_paragraph')
  }
})

test('neither its key nor its place ever changes', async () => {
  const { id } = await quoting(await givenParagraph(), 2, 6)
  const change = (data: object) => db.recommendation.update({ where: { id }, data })

  await expect(change({ key: newId() })).rejects.toThrow('key_fixed')
  await expect(change({ start: 0 })).rejects.toThrow(refused)
  await expect(change({ start: 3, end: 7 })).rejects.toThrow('quote_not_in_paragraph')
  await expect(change({ quote: 'B 😀 ' })).rejects.toThrow('quote_not_in_paragraph')
})

const insert = `insert into recommendations (id, key, document_id, paragraph_id, ordinal, start, "end", quote, title)
  values (gen_random_uuid(), gen_random_uuid()::text, $1, $2, 1, 10, 14, 'end.', 'End')`
const rewrite = 'update paragraphs set text = $2 where id = $1'

test('who cuts a text waits for who is quoting it, and is refused', async () => {
  const { documentId, paragraphId } = await givenParagraph()
  const [quoter, cutter] = [await openSession(), await openSession()]
  await quoter.run(insert, [documentId, paragraphId])

  const cutting = cutter.run(rewrite, [paragraphId, 'A 😀']).catch((error: Error) => error.message)
  await untilWaiting(cutter.pid)
  await quoter.end('commit')

  expect(await cutting).toContain('quote_not_in_paragraph')
  await cutter.end('rollback')
})

test('who quotes a text waits for who is cutting it, and is refused', async () => {
  const { documentId, paragraphId } = await givenParagraph()
  const [quoter, cutter] = [await openSession(), await openSession()]
  await cutter.run(rewrite, [paragraphId, 'A 😀'])

  const quoted = quoter.run(insert, [documentId, paragraphId]).catch((error: Error) => error.message)
  await untilWaiting(quoter.pid)
  await cutter.end('commit')

  expect(await quoted).toContain('quote_not_in_paragraph')
  await quoter.end('rollback')
})
