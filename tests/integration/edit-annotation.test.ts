import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { erase } from '@/lib/erasures/erase'
import { hashed } from '@/lib/history/events'
import { db } from '@/lib/platform/db'
import {
  eventsOf,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { refusalOf } from '../support/refusal'
import { atOnce } from '../support/session'

const { amina, bruno, chen, dita, faisal } = people
const better = 'Who leads on this, and by when?'

beforeAll(givenPeople)

async function givenNote({ archived = false, ...input }: { archived?: boolean; audience?: string } = {}) {
  const { key, id: recommendationId, documentId } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'Who leads?', ...input }))
  if (archived) await db.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
  return { id, key, recommendationId }
}

const revisionsOf = (annotationId: string) =>
  db.annotationRevision.findMany({ where: { annotationId }, orderBy: { number: 'asc' } })

test('who wrote a note rewrites it, and what it said before is kept', async () => {
  const { id } = await givenNote()

  const edited = await editAnnotation(amina, { id, version: 1, body: better })

  expect(edited).toMatchObject({ ok: true, value: { id, body: better, version: 2 } })
  const [first, second] = await revisionsOf(id)
  expect([first?.body, second?.body]).toEqual(['Who leads?', better])
  expect((await eventsOf(id)).at(-1)).toEqual({
    kind: 'annotation.edited',
    actorId: amina.id,
    audience: 'internal',
    body: {
      before: { text: hashed(first?.id ?? '', 'Who leads?', first?.salt ?? '') },
      after: { text: hashed(second?.id ?? '', better, second?.salt ?? ''), mentions: [] },
    },
  })
})

test('of a note for one organization only that one hears', async () => {
  const { id } = await givenNote({ audience: 'organization' })
  await editAnnotation(amina, { id, version: 1, body: better })

  const heardBy = { audience: 'organization', organizationId: organizations.health.id }
  expect(await db.event.findMany({ where: { subjectId: id } })).toMatchObject([heardBy, heardBy])
})

test('a double click edits once, and both clicks succeed', async () => {
  const { id } = await givenNote()
  const click = { id, version: 1, body: better }

  const clicking = () => editAnnotation(amina, click)

  const results = await atOnce('annotations', id, clicking, clicking)

  const stands = { ok: true, value: { body: better, version: 2 } }
  expect(results).toMatchObject([stands, stands])
  expect(await revisionsOf(id)).toHaveLength(2)
})

test('the same words again are no new version', async () => {
  const { id, recommendationId } = await givenNote()
  const before = await traceOfRecommendation(recommendationId)

  expect(await editAnnotation(amina, { id, version: 1, body: ' Who leads? ' })).toMatchObject({
    changed: false,
    value: { version: 1 },
  })
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})

test('of two windows the second sees what the first wrote', async () => {
  const { id } = await givenNote()
  const edit = (body: string) => editAnnotation(amina, { id, version: 1, body })

  const results = await atOnce(
    'annotations',
    id,
    () => edit('One window.'),
    () => edit('The other one.'),
  )

  const [first] = results.flatMap((result) => (result.ok ? [result.value] : []))
  expect(results).toContainEqual(
    expect.objectContaining({
      code: 'annotation_changed',
      current: expect.objectContaining({ body: first?.body, version: 2 }),
    }),
  )
  expect(await revisionsOf(id)).toHaveLength(2)
})

test('a note that was withdrawn is rewritten no more', async () => {
  const { id } = await givenNote()
  await withdrawAnnotation(amina, { id })

  expect(await editAnnotation(amina, { id, version: 2, body: better })).toMatchObject({
    code: 'annotation_withdrawn',
    current: { id, body: '' },
  })
})

test('an annotation whose text was erased is edited no more, not even by a page from before', async () => {
  const { id, recommendationId } = await givenNote()
  const [revision] = await revisionsOf(id)
  const items = [revision?.id]
  valueIn(await erase(faisal, { noun: 'annotation', id, items, reason: 'Court order 12/2027', confirm: true }))
  const before = await traceOfRecommendation(recommendationId)

  for (const version of [1, 7]) {
    expect(await editAnnotation(amina, { id, version, body: better })).toMatchObject({
      reason: 'conflict',
      code: 'annotation_erased',
      current: { id, body: '', version: 1, erasure: { by: 'faisal' } },
    })
  }
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})

const refusals = [
  { rule: 'nobody rewrites another’s note', actor: bruno, code: 'annotation_not_yours' },
  { rule: 'not even who keeps the record', actor: chen, code: 'annotation_not_yours' },
  { rule: 'not even an administrator', actor: faisal, code: 'annotation_not_yours' },
  {
    rule: 'who may only look on now rewrites nothing',
    actor: { ...amina, role: 'viewer' as const },
    code: 'annotation_not_yours',
  },
  {
    rule: 'what one may not read is not there',
    actor: bruno,
    given: { audience: 'organization' },
    code: 'annotation_not_found',
  },
  { rule: 'what stands in an archived document is not there', given: { archived: true }, code: 'annotation_not_found' },
  { rule: 'a viewer of the same organization neither', actor: dita, code: 'annotation_not_yours' },
  { rule: 'an out-of-date page overwrites nothing', input: { version: 7 }, code: 'annotation_changed' },
  { rule: 'an edit says from which version', input: { version: undefined }, code: 'version: version_missing' },
  { rule: 'quotes and lists nest only so deep', input: { body: '>- '.repeat(3333) }, code: 'body: markdown_too_deep' },
  { rule: 'a blank note is none', input: { body: '' }, code: 'body: annotation_missing' },
  { rule: 'what can be no id is the id of nothing', input: { id: 'x' }, code: 'annotation_not_found' },
  { rule: 'who may read it stays', input: { audience: 'public' }, code: 'audience: field_unknown' },
]
test.each(refusals)('$rule, and the refusal leaves no trace', async ({ given, actor = amina, input, code }) => {
  const { id, recommendationId } = await givenNote(given)
  const before = await traceOfRecommendation(recommendationId)

  expect(refusalOf(await editAnnotation(actor, { id, version: 1, body: better, ...input }))).toBe(code)
  expect(await traceOfRecommendation(recommendationId)).toEqual(before)
})
