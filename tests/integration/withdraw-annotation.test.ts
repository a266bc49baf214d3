import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { hashed } from '@/lib/history/events'
import { timelineOf } from '@/lib/history/timeline'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import {
  eventsOf,
  flawInHistory,
  givenPeople,
  givenRecommendation,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, faisal } = people

beforeAll(givenPeople)

async function givenNote(input: { audience?: string } = {}) {
  const { key, id: recommendationId } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'A slip of the pen.', ...input }))
  return { id, key, recommendationId }
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

test.each([chen, faisal])(
  'a coordinator or an administrator withdraws anybody’s note, with a reason',
  async (actor) => {
    const { id } = await givenNote({ audience: 'organization' })
    const reason = 'It names a witness.'

    const withdrawn = await withdrawAnnotation(actor, { id, reason })

    const value = { id, body: '', withdrawal: { by: { id: actor.id }, reason }, withdrawnAt: expect.any(String) }
    expect(withdrawn).toMatchObject({ ok: true, value })
    const kept = await db.reason.findFirstOrThrow({ where: { withdrew: { some: { id } } } })
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      actorId: actor.id,
      audience: 'organization',
      body: { after: { withdrawn: true, reason: hashed(kept.id, reason, kept.salt) } },
    })
    expect(await flawInHistory()).toBeUndefined()
  },
)

test('another reason for what is withdrawn already is refused, because only the first one is kept', async () => {
  const { id } = await givenNote()
  const reason = 'It names a witness.'
  valueIn(await withdrawAnnotation(chen, { id, reason }))
  const events = await eventsOf(id)

  expect(await withdrawAnnotation(faisal, { id, reason })).toMatchObject({ ok: true, changed: false })
  expect(await withdrawAnnotation(amina, { id })).toMatchObject({ ok: true, changed: false })
  const refused = await withdrawAnnotation(faisal, { id, reason: 'It is a duplicate.' })
  expect(refused).toMatchObject({ reason: 'conflict', current: { withdrawal: { reason } } })
  expect(refusalOf(refused)).toBe('annotation_withdrawn_before')
  expect(await eventsOf(id)).toEqual(events)

  const { id: own } = await givenNote()
  valueIn(await withdrawAnnotation(amina, { id: own }))
  expect(refusalOf(await withdrawAnnotation(chen, { id: own, reason }))).toBe('annotation_withdrawn_before')
})

test('what a coordinator withdrew is not shown to anybody, and why is', async () => {
  const { id, key } = await givenNote()
  await editAnnotation(amina, { id, version: 1, body: 'Better words.' })
  await withdrawAnnotation(chen, { id, reason: 'It names a witness.' })

  const shown = [
    await findRecommendationView(amina, key),
    await findRecommendationView(chen, key),
    await timelineOf(chen, {}),
  ]
  expect(JSON.stringify(shown)).not.toMatch(/slip of the pen|Better words/)
  for (const one of shown) expect(JSON.stringify(one)).toContain('It names a witness.')
})

const refusals = [
  { rule: 'nobody withdraws another’s note', actor: bruno, code: 'annotation_not_yours' },
  { rule: 'not even with a reason', actor: bruno, input: { reason: 'Wrong.' }, code: 'annotation_not_yours' },
  { rule: 'a coordinator says why', actor: chen, code: 'reason: reason_missing' },
  { rule: 'an administrator says why', actor: faisal, input: { reason: ' ' }, code: 'reason: reason_missing' },
  {
    rule: 'what one may not read is not there',
    actor: bruno,
    given: { audience: 'organization' },
    code: 'annotation_not_found',
  },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'annotation_not_found' },
  { rule: 'an unknown field is not dropped', input: { version: 1 }, code: 'version: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, input, code }) => {
  const { id, recommendationId } = await givenNote(given)
  const before = await traceOfRecommendation(recommendationId)

  expect(refusalOf(await withdrawAnnotation(actor, { id, ...input }))).toBe(code)
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})
