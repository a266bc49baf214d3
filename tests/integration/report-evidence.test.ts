import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { addLink } from '@/lib/evidence/add-link'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  eventsOf,
  flawInHistory,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  people,
  valueIn,
} from '../support/given'
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen } = people
const begun = { progress: 'in_progress', narrative: 'Begun.' } as const

beforeAll(givenPeople)

const linkOn = async (assignmentId: string, more: object = {}) =>
  valueIn(await addLink(amina, { assignmentId, url: `https://example.org/${newId()}`, ...more })).id

const namedIn = async (assignmentId: string, reader: Actor = chen) =>
  ((await findAssignmentView(reader, assignmentId))?.evidence ?? []).map(({ id, reports }) => ({ id, reports }))

test('a report names evidence for good, and each reader learns only of what they may read', async () => {
  const { id: assignmentId } = await givenAssignment()
  const own = await linkOn(assignmentId)
  const open = await linkOn(assignmentId, { audience: 'internal' })
  const unnamed = await linkOn(assignmentId)

  const report = valueIn(await reportProgress(amina, { ...begun, assignmentId, evidence: [open, own, open] })).id

  expect(await namedIn(assignmentId)).toEqual([
    { id: unnamed, reports: [] },
    { id: open, reports: [report] },
    { id: own, reports: [report] },
  ])
  expect(await namedIn(assignmentId, bruno)).toEqual([{ id: open, reports: [report] }])
  expect((await eventsOf(assignmentId)).slice(-2)).toMatchObject([
    { audience: 'organization', body: { after: { reportId: report, evidenceIds: [own] } } },
    { audience: 'internal', body: { after: { reportId: report, evidenceIds: [open] } } },
  ])
  valueIn(await withdrawEvidence(amina, { id: own, reason: 'The wrong page.' }))
  expect(await namedIn(assignmentId)).toContainEqual({ id: own, reports: [report] })
  await expect(db.reportEvidence.deleteMany({ where: { reportId: report } })).rejects.toThrow('report_evidence_stands')
  expect(await flawInHistory()).toBeUndefined()
})

test('a report names only evidence of its assignment that was not withdrawn', async () => {
  const { id: assignmentId } = await givenAssignment()
  const { id: other } = await givenAssignment()
  const withdrawn = await linkOn(assignmentId)
  valueIn(await withdrawEvidence(amina, { id: withdrawn, reason: 'The wrong page.' }))

  for (const id of [await linkOn(other), withdrawn, newId(), 'x']) {
    const refused = await reportProgress(amina, { ...begun, assignmentId, evidence: [await linkOn(assignmentId), id] })
    expect(refusalOf(refused)).toBe('evidence: evidence_not_there')
  }
  expect(await db.progressReport.count({ where: { assignmentId } })).toBe(0)
})

test('a correction keeps the evidence of the report, unless it names other evidence', async () => {
  const { id: assignmentId } = await givenAssignment()
  const [kept, withdrawn] = [await linkOn(assignmentId), await linkOn(assignmentId)]
  const first = valueIn(await reportProgress(amina, { ...begun, assignmentId, evidence: [kept, withdrawn] })).id
  valueIn(await withdrawEvidence(amina, { id: withdrawn, reason: 'The wrong page.' }))

  const second = valueIn(await reportProgress(amina, { ...begun, assignmentId, corrects: first })).id
  expect(await namedIn(assignmentId)).toEqual([
    { id: withdrawn, reports: [first] },
    { id: kept, reports: [first, second] },
  ])
  const third = valueIn(await reportProgress(amina, { ...begun, assignmentId, corrects: second, evidence: [] })).id
  expect(JSON.stringify(await namedIn(assignmentId))).not.toContain(third)
})

test('a report that is sent twice is one report; with other evidence it is refused', async () => {
  const { id: assignmentId } = await givenAssignment()
  const evidence = [await linkOn(assignmentId)]
  const input = { ...begun, assignmentId, id: newId(), evidence }

  expect(await reportProgress(amina, input)).toMatchObject({ ok: true, changed: true })
  expect(await reportProgress(amina, input)).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await reportProgress(amina, { ...input, evidence: [] }))).toBe('report_sent_before')
})

test('in a merge, an assignment with evidence has work: it moves, and its evidence with it', async () => {
  const [from, into] = [await givenOrganization(), await givenOrganization()]
  const of = await givenRecommendation()
  const theirs = await givenAssignment({ of, to: from })
  const removed = await givenAssignment({ of, to: into })
  const added = valueIn(await addLink(chen, { assignmentId: theirs.id, url: 'https://example.org/' }))

  valueIn(await mergeOrganization(chen, { slug: from.slug, into: into.slug }))

  expect(await findAssignmentView(chen, removed.id)).toBeUndefined()
  const kept = await findAssignmentView({ ...bruno, organizationIds: [into.id] }, theirs.id)
  expect(kept?.evidence).toMatchObject([{ id: added.id }])
})
