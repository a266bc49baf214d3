import { beforeAll, expect, test } from 'vitest'
import { acceptAbove } from '@/lib/imports/accept-above'
import { addCandidate } from '@/lib/imports/add-candidate'
import { listCandidates } from '@/lib/imports/contents'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { editImport } from '@/lib/imports/edit-import'
import { mergeCandidates } from '@/lib/imports/merge-candidates'
import { publishImport } from '@/lib/imports/publish-import'
import { splitCandidate } from '@/lib/imports/split-candidate'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImport, importThere } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen, faisal } = people

beforeAll(givenPeople)

test('a decision, a title and a span can be changed, and a decision taken back', async () => {
  const { id: importId, candidates } = await givenImport()
  const { id, start = 0, end = 0 } = candidates.find(({ decision }) => decision === 'suggested') ?? {}
  const change = (input: object) => decideCandidate(chen, { importId, id, ...input })

  expect(valueIn(await change({ version: 1, decision: 'accepted' }))).toMatchObject({
    decision: 'accepted',
    version: 2,
  })
  const shorter = valueIn(await change({ version: 2, title: 'Train', start, end: end - 1 }))
  expect(shorter).toMatchObject({ title: 'Train', quote: 'States should train judges in cooperation', version: 3 })
  const addressees = [{ name: 'States', organization: organizations.health.slug }]
  expect(valueIn(await change({ version: 3, addressees, dueOn: '2027-12-31' }))).toMatchObject({
    addressees: [{ name: 'States', organization: { slug: organizations.health.slug }, match: 'linked' }],
    dueOn: '2027-12-31',
  })
  expect(valueIn(await change({ version: 4, decision: 'suggested', dueOn: null }))).not.toHaveProperty('dueOn')
  expect(await change({ version: 1, decision: 'suggested' })).toMatchObject({ ok: true, changed: false })
})

test('a candidate below the line is offered again when its decision is taken back', async () => {
  const { id: importId, candidates } = await givenImport({ text: '1. Plans should be clear. States should act.' })
  const decisions = ['offered', 'suggested'] as const
  for (const before of decisions) {
    const { id, version } = candidates.find(({ decision }) => decision === before) ?? {}
    const change = (input: object) => decideCandidate(chen, { importId, id, ...input })
    expect(valueIn(await change({ version, decision: 'accepted' })).decision).toBe('accepted')
    expect(valueIn(await change({ version: 2, decision: 'suggested' })).decision).toBe(before)
  }
})

test('what cannot be a quote is refused', async () => {
  const { id: importId, candidates } = await givenImport({ text: two })
  const [, one, other] = candidates
  const change = (input: object) => decideCandidate(chen, { importId, id: one?.id, version: 1, ...input })
  expect(refusalOf(await change({ end: 5_000 }))).toBe('end: span_unreadable')
  expect(refusalOf(await change({ start: other?.start, end: other?.end }))).toBe('candidate_there')
  expect(refusalOf(await change({ addressees: [{ name: 'X', organization: 'nobody' }] }))).toBe(
    'addressees.0.organization: organization_unknown',
  )
  expect(refusalOf(await change({ decision: 'maybe' }))).toBe('decision: decision_unknown')
  expect(refusalOf(await decideCandidate(chen, { importId: newId(), id: one?.id, version: 1 }))).toBe(
    'import_not_found',
  )
  await expect(
    db.importCandidate.updateMany({ where: { id: one?.id ?? '' }, data: { quote: 'Something else entirely.' } }),
  ).rejects.toThrow('quote_not_in_paragraph')
})

test('of two people who decide at once, the second sees what the first did', async () => {
  const { id: importId, candidates } = await givenImport()
  const id = candidates[0]?.id
  const results = await Promise.all([
    decideCandidate(chen, { importId, id, version: 1, decision: 'accepted' }),
    decideCandidate(faisal, { importId, id, version: 1, decision: 'rejected' }),
  ])
  const won = results.find(({ ok }) => ok)
  const lost = results.find(({ ok }) => !ok)
  expect(won).toBeDefined()
  expect(lost).toMatchObject({ code: 'candidate_changed', current: won?.ok ? won.value : {} })
})

test('a person adds a passage that nobody found', async () => {
  const { id: importId } = await givenImport()
  const input = { id: newId(), importId, paragraph: 2, start: 4, end: 15 }
  const added = valueIn(await addCandidate(chen, input))
  expect(added).toMatchObject({ quote: 'Secretariat', decision: 'accepted', kind: 'action' })
  expect(await addCandidate(chen, input)).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await addCandidate(chen, { ...input, id: newId() }))).toBe('candidate_there')
  expect(refusalOf(await addCandidate(chen, { ...input, id: newId(), paragraph: 50 }))).toBe(
    'paragraph: paragraph_unknown',
  )
})

test('everything above a confidence is accepted at once, except what somebody decided', async () => {
  const { id: importId, candidates } = await givenImport()
  const [first, second] = candidates.filter(({ decision }) => decision === 'suggested')
  valueIn(await decideCandidate(chen, { importId, id: first?.id, version: 1, decision: 'rejected' }))
  expect(valueIn(await acceptAbove(chen, { importId, confidence: 0.5 }))).toEqual({ accepted: 1 })
  const { items } = valueIn(await listCandidates(chen, importId, { section: 1, limit: 200 }))
  expect(items.find(({ id }) => id === first?.id)?.decision).toBe('rejected')
  expect(items.find(({ id }) => id === second?.id)?.decision).toBe('accepted')
})

test('the details stay as they were typed, and a stale form is refused', async () => {
  const { id, version } = await givenImport()
  expect(valueIn(await editImport(chen, { id, version, date: 'in May', symbol: 'A/1' }))).toMatchObject({
    document: { date: 'in May', symbol: 'A/1', title: 'Report' },
  })
  expect(refusalOf(await editImport(faisal, { id, version, date: 'in June' }))).toBe('import_changed')
  expect(refusalOf(await publishImport(chen, { id }))).toBe('date: day_unreadable')
})

const two =
  '1. The Board requests a report, and invites States to comment.\n\n2. States should act. They should act soon.'

test('two requests in one candidate are split, and merged again', async () => {
  const { id: importId, candidates } = await givenImport({ text: two })
  const { id, quote = '' } = candidates[0] ?? {}
  const at = quote.indexOf(' and invites')
  const decided = valueIn(await decideCandidate(chen, { importId, id, version: 1, decision: 'accepted' }))
  const which = { importId, id, version: decided.version }

  const halves = valueIn(await splitCandidate(chen, { ...which, at })).candidates
  expect(halves.map(({ quote, decision }) => ({ quote, decision }))).toEqual([
    { quote: 'The Board requests a report,', decision: 'accepted' },
    { quote: 'and invites States to comment.', decision: 'accepted' },
  ])
  const [first, second] = halves
  expect(refusalOf(await splitCandidate(chen, { ...which, at }))).toBe('candidate_changed')
  expect(refusalOf(await splitCandidate(chen, { ...which, version: first.version, at: 5_000 }))).toBe(
    'at: split_outside',
  )

  const merge = { ...which, version: first.version, otherId: second.id, otherVersion: second.version }
  expect(valueIn(await mergeCandidates(chen, merge))).toMatchObject({ id, quote, decision: 'accepted' })
  expect(refusalOf(await mergeCandidates(chen, merge))).toBe('candidate_not_found')
})

test('candidates that are changed meanwhile, or of different paragraphs, are not merged, and both stay', async () => {
  const { id: importId, candidates } = await givenImport({ text: two })
  const [one, other, third] = candidates
  const merge = { importId, id: other?.id, version: 1, otherId: third?.id, otherVersion: 1 }
  expect(refusalOf(await mergeCandidates(chen, { ...merge, otherId: one?.id }))).toBe('otherId: candidates_apart')
  valueIn(await decideCandidate(faisal, { importId, id: third?.id, version: 1, decision: 'rejected' }))
  expect(refusalOf(await mergeCandidates(chen, merge))).toBe('candidate_changed')
  expect(refusalOf(await mergeCandidates(chen, { ...merge, version: 5, otherVersion: 2 }))).toBe('candidate_changed')
  expect((await importThere(importId)).candidates).toHaveLength(candidates.length)
})

test('two people who merge the same two candidates make one', async () => {
  const { id: importId, candidates } = await givenImport({ text: two })
  const [, one, other] = candidates
  const results = await Promise.all([
    mergeCandidates(chen, { importId, id: one?.id, version: 1, otherId: other?.id, otherVersion: 1 }),
    mergeCandidates(faisal, { importId, id: other?.id, version: 1, otherId: one?.id, otherVersion: 1 }),
  ])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect((await importThere(importId)).candidates).toHaveLength(candidates.length - 1)
})
