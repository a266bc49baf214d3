import { beforeAll, expect, test } from 'vitest'
import { acceptAbove } from '@/lib/imports/accept-above'
import { addCandidate } from '@/lib/imports/add-candidate'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { publishImport } from '@/lib/imports/publish-import'
import { receiveText } from '@/lib/imports/receive-import'
import { splitCandidate } from '@/lib/imports/split-candidate'
import { newId } from '@/lib/platform/id'
import { givenPeople, people, valueIn } from '../support/given'
import { givenImport } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen, dita } = people

beforeAll(givenPeople)

test('a confidence is a number, or text that is one', async () => {
  const { id: importId } = await givenImport()
  for (const confidence of [null, true, [], '', ' ', 'x', [0.5], -1, 2, '1.5', Number.NaN]) {
    expect(refusalOf(await acceptAbove(chen, { importId, confidence }))).toBe('confidence: confidence_unreadable')
    expect(refusalOf(await publishImport(chen, { id: importId, accept: 'above', confidence }))).toBe(
      'confidence: confidence_unreadable',
    )
  }
  expect(valueIn(await acceptAbove(chen, { importId, confidence: '0.5' }))).toEqual({ accepted: 2 })
  expect(valueIn(await acceptAbove(chen, { importId, confidence: 1 }))).toEqual({ accepted: 0 })
})

test('the same ID with other details is a conflict, and the same request changes nothing after an edit', async () => {
  const { id: importId } = await givenImport()
  const input = { id: newId(), importId, paragraph: 2, start: 4, end: 15, title: 'Thank', themes: ['Staff'] }
  const added = valueIn(await addCandidate(chen, input))
  valueIn(await decideCandidate(chen, { importId, id: added.id, version: 1, title: 'Thank the staff', end: 16 }))
  expect(await addCandidate(chen, input)).toMatchObject({ ok: true, changed: false, value: { version: 2 } })
  const others = [{ title: 'X' }, { kind: 'finding' }, { themes: [] }, { dueOn: '2027-01-31' }, { end: 16 }]
  for (const other of others) {
    expect(refusalOf(await addCandidate(chen, { ...input, ...other }))).toBe('candidate_sent_before')
  }
  const [{ id, version } = {}] = (await givenImport()).candidates
  expect(refusalOf(await addCandidate(chen, { ...input, id, importId }))).toBe('candidate_sent_before')
  expect(version).toBe(1)
})

test('the same ID with other details of the document is a conflict', async () => {
  const input = { id: newId(), text: `1. States should ${newId()}.`, title: 'Report', code: 'R-1' }
  valueIn(await receiveText(chen, input))
  expect(await receiveText(chen, input)).toMatchObject({ ok: true, changed: false })
  for (const other of [{ title: 'Another' }, { code: 'R-2' }, { symbol: 'A/1' }, { again: 'yes' }]) {
    expect(refusalOf(await receiveText(chen, { ...input, ...other }))).toBe('import_sent_before')
  }
})

test('those who may not import are told so before their text is read', async () => {
  expect(refusalOf(await receiveText(dita, { text: '' }))).toBe('import_forbidden')
})

test('a candidate has no space around it', async () => {
  const { id: importId, candidates } = await givenImport()
  const { id, start = 0, end = 0, quote = '' } = candidates.find(({ decision }) => decision === 'suggested') ?? {}
  const wider = await decideCandidate(chen, { importId, id, version: 1, start: start - 1, end })
  expect(wider).toMatchObject({ ok: true, changed: false, value: { start, quote } })
  const added = valueIn(await addCandidate(chen, { id: newId(), importId, paragraph: 2, start: 3, end: 16 }))
  expect(added).toMatchObject({ start: 4, end: 15, quote: 'Secretariat' })
  const again = { id: newId(), importId, paragraph: 2, start: 3, end: 15 }
  expect(refusalOf(await addCandidate(chen, again))).toBe('candidate_there')
  expect(refusalOf(await addCandidate(chen, { ...again, start: 3, end: 4 }))).toBe('end: span_unreadable')
  expect(refusalOf(await addCandidate(chen, { ...again, start: 16, end: 900 }))).toBe('end: span_unreadable')
})

test('people accept, reject or take a decision back, and nothing else', async () => {
  const { id: importId, candidates } = await givenImport()
  const offered = { importId, id: candidates[0]?.id, version: 1, decision: 'offered' }
  expect(refusalOf(await decideCandidate(chen, offered))).toBe('decision: decision_unknown')
})

test('a candidate is not split with the ID of another one', async () => {
  const { id: importId, candidates } = await givenImport()
  const [one, other] = candidates.filter(({ decision }) => decision === 'suggested')
  const at = (one?.start ?? 0) + 7
  const split = { importId, id: one?.id, version: 1, secondId: other?.id, at }
  expect(refusalOf(await splitCandidate(chen, split))).toBe('candidate_sent_before')
})
