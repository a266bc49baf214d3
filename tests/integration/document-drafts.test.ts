import { beforeAll, expect, test } from 'vitest'
import { discardDraft, findDraft, listDrafts, saveDraft } from '@/lib/documents/drafts'
import { checkDraft, readDraft } from '@/lib/documents/read-draft'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { previewDraft } from '@/lib/recommendations/draft-preview'
import { publishDraft } from '@/lib/recommendations/publish-draft'
import { markOn } from '../support/draft-marks'
import { eventsOf, givenPeople, people } from '../support/given'
import { answerOf, outsiders, traceOfPlaces } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

const pasted = 'Conclusions\n\n1. States should act. They agreed.\n\n2. It was noted. They agreed.'
const particulars = () => ({ code: `dr-${newId()}`, title: 'A draft' })

test('what somebody typed is kept for them alone, right or wrong', async () => {
  const id = newId()
  answerOf(await saveDraft(chen, { id, particulars: { code: 'not a code!', title: '' }, pasted: 'Half' }))
  answerOf(await saveDraft(chen, { id, pasted: 'Half of it' }))

  expect(await findDraft(chen, id)).toMatchObject({
    particulars: { code: 'not a code!', title: '' },
    pasted: 'Half of it',
  })
  expect((await listDrafts(chen)).map((draft) => draft.id)).toContain(id)
  expect(await findDraft(faisal, id)).toBeUndefined()
  expect(await listDrafts(faisal)).toEqual([])
  expect(await saveDraft(faisal, { id, pasted: 'Mine now' })).toMatchObject({ ok: false, code: 'draft_not_found' })
  await discardDraft(faisal, id)
  expect(await findDraft(chen, id)).toMatchObject({ pasted: 'Half of it' })
  await discardDraft(chen, id)
  expect(await findDraft(chen, id)).toBeUndefined()
})

test('what is wrong with a draft is said at its fields', async () => {
  const draft = { id: newId(), particulars: { code: 'a b', date: '31 May' }, pasted: ' ' }

  expect(await checkDraft(draft)).toMatchObject({
    errors: [
      { field: 'title', code: 'document_title_missing' },
      { field: 'code', code: 'code_unreadable' },
      { field: 'date', code: 'day_unreadable' },
      { field: 'pasted', code: 'pasted_unreadable' },
    ],
  })
})

test('what was ticked stays on its words when the text before them changes, and each tick counts once', () => {
  const marks = [markOn(0, 19, 'They agreed.', 'Agree')]
  const ticked = (text: string) =>
    readDraft({ pasted: text, marks }).paragraphs.map(({ sentences }) => sentences.map((sentence) => sentence.ticked))

  expect(ticked(pasted)).toEqual([
    [false, true],
    [false, false],
  ])
  expect(ticked(`0. New.\n\n${pasted}`)).toEqual([[false], [false, true], [false, false]])
  const second = [markOn(1, 14, 'They agreed.')]
  const read = readDraft({ pasted, marks: second }).paragraphs
  expect(read.map(({ sentences }) => sentences.map((sentence) => sentence.ticked))).toEqual([
    [false, false],
    [false, true],
  ])
})

test('a draft is published once, with the sentences ticked in it, and then it is gone', async () => {
  const id = newId()
  const given = particulars()
  const marks = [
    markOn(0, 0, 'States should act.', 'Act'),
    { ...markOn(1, 14, 'They agreed.'), kind: 'finding' as const },
  ]
  const draft = answerOf(await saveDraft(chen, { id, particulars: given, pasted, marks }))
  expect(await checkDraft(draft)).toEqual({ ok: true })

  const clicks = await Promise.all([publishDraft(chen, { id }), publishDraft(chen, { id })])

  const code = given.code.toUpperCase()
  expect(clicks).toMatchObject([
    { ok: true, value: { code } },
    { ok: true, value: { code } },
  ])
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'document.added', body: { after: { paragraphs: 2, recommendations: 2 } } },
  ])
  expect(await findDraft(chen, id)).toBeUndefined()
  expect(await publishDraft(chen, { id })).toMatchObject({ ok: true, changed: false, value: { code } })
  expect(await checkDraft({ ...draft, id: newId() })).toMatchObject({
    errors: [{ field: 'code', code: 'document_exists' }],
  })
})

const refusals = [
  { rule: 'a draft without a tick is not published', marks: [], field: 'marks', code: 'marks_missing' },
  {
    rule: 'a recommendation has a title',
    marks: [markOn(0, 0, 'States should act.', ' ')],
    field: 'recommendations.0.title',
    code: 'title_missing',
  },
]
for (const { rule, marks, field, code } of refusals) {
  test(`${rule}, and stays as it is`, async () => {
    const id = newId()
    answerOf(await saveDraft(chen, { id, particulars: particulars(), pasted, marks }))
    const before = await traceOfPlaces()

    expect(await publishDraft(chen, { id })).toMatchObject({ ok: false, errors: [{ field, code }] })
    expect(await traceOfPlaces()).toEqual(before)
    expect(await findDraft(chen, id)).toMatchObject({ marks })
  })
}

test('the check shows the key that publishing gives, also beside a document whose code begins the same', async () => {
  const code = `DR-${newId().toUpperCase()}`
  const publish = async (code: string, label: string) => {
    const id = newId()
    const text = `${label} States should act.`
    const marks = [markOn(0, 0, 'States should act.')]
    const draft = answerOf(await saveDraft(chen, { id, particulars: { code, title: 'A draft' }, pasted: text, marks }))
    const preview = await previewDraft(draft)
    const keys = preview.ok ? preview.value.recommendations.map(({ key }) => key) : []
    answerOf(await publishDraft(chen, { id }))
    expect(await db.recommendation.findMany({ where: { document: { code } }, select: { key: true } })).toEqual(
      keys.map((key) => ({ key })),
    )
    return keys
  }
  expect(await publish(code, '2.1')).toEqual([`${code}-2-1.1`])
  expect(await publish(`${code}-2`, '1.')).toEqual([`${code}-2-1.1b`])
})

test('the check shows what a quote goes on from', async () => {
  const id = newId()
  const text = '18. States should:\n(a) Train judges.'
  const marks = [markOn(1, 0, 'Train judges.')]
  const draft = answerOf(await saveDraft(chen, { id, particulars: particulars(), pasted: text, marks }))

  const preview = await previewDraft(draft)

  expect(preview.ok && preview.value.recommendations).toMatchObject([
    { quote: 'Train judges.', lead: 'States should:' },
  ])
})

test('only who keeps the record drafts and publishes', async () => {
  for (const actor of outsiders) {
    expect(await saveDraft(actor, { pasted })).toMatchObject({ ok: false, code: 'document_forbidden' })
    expect(await publishDraft(actor, { id: newId() })).toMatchObject({ ok: false, code: 'document_forbidden' })
  }
  expect(await publishDraft(chen, { id: newId() })).toMatchObject({ ok: false, code: 'draft_not_found' })
})

test('a part is read in the light of what it goes on from', () => {
  const read = readDraft({
    pasted: '18. States should:\n(a) Train judges, and:\n(i) Prosecutors;\n(b) Wait.\n\n19. It rained.',
    marks: [],
  })

  expect(read.paragraphs.map(({ path, sentences }) => [path, sentences[0]?.kind])).toEqual([
    ['18', 'action'],
    ['18 (a)', 'action'],
    ['18 (a) (i)', 'action'],
    ['18 (b)', 'action'],
    ['19', 'finding'],
  ])
})
