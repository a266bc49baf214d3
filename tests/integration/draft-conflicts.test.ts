import { setTimeout as pause } from 'node:timers/promises'
import { beforeAll, expect, test } from 'vitest'
import { mergeMarks } from '@/app/(work)/documents/new/merge-marks'
import { readMarks } from '@/app/(work)/documents/new/read-marks'
import { fieldOf, sentenceId } from '@/app/(work)/documents/new/sentence-fields'
import { findDraft, saveDraft } from '@/lib/documents/drafts'
import { initialValueName } from '@/lib/platform/form-initial-value'
import { newId } from '@/lib/platform/id'
import { publishDraft } from '@/lib/recommendations/publish-draft'
import { markOn } from '../support/draft-marks'
import { givenPeople, people } from '../support/given'
import { answerOf } from '../support/places'

const { chen } = people

beforeAll(givenPeople)

const pasted = 'Conclusions\n\n1. States should act. They agreed.\n\n2. It was noted. They agreed.'
const particulars = () => ({ code: `dr-${newId()}`, title: 'A draft' })

test('of two windows with one draft, the later one sees what the other saved, and sends its own again', async () => {
  const { id, updatedAt } = answerOf(await saveDraft(chen, { particulars: particulars(), pasted, marks: [] }))
  const version = updatedAt.getTime()
  await pause(2)
  const [act, agreed] = [markOn(0, 0, 'States should act.', 'Act'), markOn(1, 14, 'They agreed.', 'Agreed')]
  const first = answerOf(await saveDraft(chen, { id, version, marks: [act] }))

  expect(await saveDraft(chen, { id, version, marks: [act] })).toMatchObject({ ok: true, changed: false })
  const late = { code: 'draft_changed', current: { marks: [act] } }
  expect(await saveDraft(chen, { id, version, marks: [agreed] })).toMatchObject(late)
  expect(await saveDraft(chen, { id, version, particulars: {}, pasted: 'Other text.' })).toMatchObject(late)
  expect(await publishDraft(chen, { id, version })).toMatchObject(late)
  expect(await findDraft(chen, id)).toEqual(first)

  const shown = first.updatedAt.getTime()
  await pause(2)
  expect(await saveDraft(chen, { id, version: shown, marks: [agreed] })).toMatchObject({ ok: true })
})

test('after a conflict the form shows the ticks of both windows, and says what is saved where both changed a title', async () => {
  const [act, agreed, noted] = [
    markOn(0, 0, 'States should act.', 'Act now'),
    markOn(0, 19, 'They agreed.', 'Agree'),
    markOn(1, 0, 'It was noted.', 'Note'),
  ]
  const title = (mark: typeof act) => fieldOf('title', mark)
  const sent = {
    id: 'x',
    version: '1',
    marks: [agreed, noted].map(sentenceId).join('\n'),
    // As guessed, as it was shown, and changed here.
    [title(act)]: 'Act',
    [title(agreed)]: 'As before',
    [initialValueName(title(agreed))]: 'As before',
    [title(noted)]: 'Note well',
    [initialValueName(title(noted))]: 'As before',
    [fieldOf('kind', act)]: 'finding',
    [fieldOf('kind', agreed)]: 'action',
  }

  const { typed, errors } = await mergeMarks({ pasted, marks: [act, agreed, noted] }, sent)

  expect(new Set(typed.marks.split('\n'))).toEqual(new Set([act, agreed, noted].map(sentenceId)))
  expect(Object.keys(typed).toSorted()).toEqual(
    ['id', 'marks', title(noted), fieldOf('kind', act), fieldOf('kind', agreed)].toSorted(),
  )
  expect(typed).toMatchObject({ [title(noted)]: 'Note well' })
  expect(errors).toEqual({
    [title(noted)]: expect.stringContaining('“Note”'),
  })
})

test('after a conflict a tick of this window stays where the other one took it back', async () => {
  const act = markOn(0, 0, 'States should act.', 'Act now')
  const name = fieldOf('title', act)
  const sent = { marks: sentenceId(act), [name]: 'Act now', [initialValueName(name)]: 'Act now' }

  expect(await mergeMarks({ pasted, marks: [] }, sent)).toEqual({
    typed: { marks: sentenceId(act), [name]: 'Act now' },
    errors: {},
  })
})

test('what was ticked before the text was changed elsewhere marks no other words', () => {
  const typed = new FormData()
  typed.append('marks', sentenceId({ place: 0, start: 0, quote: 'States should act.' }))
  const words = (text: string) => readMarks({ pasted: text, marks: [] }, typed).map(({ quote }) => quote)

  expect(words('1. States should act. They agreed.')).toEqual(['States should act.'])
  expect(words('1. States should not. They agreed.')).toEqual([])
})
