import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { eventsOf, givenPeople, givenRecommendation, people, traceOfRecommendation, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, faisal } = people

beforeAll(givenPeople)

async function givenNote(said: { audience?: string } = {}) {
  const { key, id: recommendationId } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'A slip of the pen.', ...said }))
  return { id, recommendationId }
}

test('who wrote a note takes it back: that it was there stays, its words are shown no more', async () => {
  const { id } = await givenNote()

  const withdrawn = await at('2027-03-01T09:00:00Z', () => withdrawAnnotation(amina, { id }))

  expect(withdrawn).toMatchObject({
    ok: true,
    value: { id, body: '', withdrawnAt: '2027-03-01T09:00:00.000Z', version: 2 },
  })
  expect((await eventsOf(id)).at(-1)).toEqual({
    kind: 'annotation.withdrawn',
    actorId: amina.id,
    audience: 'internal',
    body: { before: { withdrawn: false }, after: { withdrawn: true } },
  })
  expect(await db.annotationRevision.count({ where: { annotationId: id } })).toBe(1)
})

test('a double click withdraws it once, and both clicks succeed', async () => {
  const { id } = await givenNote()

  const clicking = () => withdrawAnnotation(amina, { id })

  const results = await atOnce('annotations', id, clicking, clicking)

  const stands = { ok: true, value: { body: '', version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await eventsOf(id)).toHaveLength(2)
})

const refusals = [
  { rule: 'nobody withdraws another’s note', actor: bruno, code: 'annotation_not_yours' },
  { rule: 'not even who keeps the record', actor: chen, code: 'annotation_not_yours' },
  { rule: 'not even an administrator', actor: faisal, code: 'annotation_not_yours' },
  {
    rule: 'what one may not read is not there',
    actor: bruno,
    given: { audience: 'organization' },
    code: 'annotation_not_found',
  },
  { rule: 'what can be no id is the id of nothing', said: { id: 'x' }, code: 'annotation_not_found' },
  { rule: 'an unknown field is not dropped', said: { version: 1 }, code: 'version: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, said, code }) => {
  const { id, recommendationId } = await givenNote(given)
  const before = await traceOfRecommendation(recommendationId)

  expect(refusalOf(await withdrawAnnotation(actor, { id, ...said }))).toBe(code)
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})
