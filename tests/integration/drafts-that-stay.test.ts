import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { nextSteps } from '@/lib/register/next-steps'
import { discardReportDraft } from '@/lib/reports/discard-draft'
import { findReportDraftOf } from '@/lib/reports/report-drafts'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { givenTwo } from '../support/given-merge'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'

const { amina, chen } = people

const reason = 'The ministries merge.'
const text = { progress: 'in_progress', narrative: 'The law is in force.' }

beforeAll(givenPeople)

const begin = async (actor: Actor, assignmentId: string) =>
  valueIn(await saveReportDraft(actor, { assignmentId, ...text }))

test('after an assignment is closed, its draft is still there and can be saved, but not submitted', async () => {
  const { id: assignmentId } = await givenAssignment()
  const { id } = await begin(amina, assignmentId)
  valueIn(await closeAssignment(chen, { id: assignmentId, closure: 'superseded', reason }))

  valueIn(await saveReportDraft(amina, { id, assignmentId, version: 1, narrative: 'What was typed since.' }))
  expect(refusalOf(await submitReportDraft(amina, { id }))).toBe('assignment_closed')
  expect(await findReportDraftOf(amina, assignmentId)).toMatchObject({ narrative: 'What was typed since.' })
  valueIn(await discardReportDraft(amina, { id, version: 2 }))
  expect(await findReportDraftOf(amina, assignmentId)).toBeUndefined()
})

test('an assignment with a draft is not removed, and its removal is not offered', async () => {
  const { id } = await givenAssignment()
  const offered = async () => {
    const view = await findAssignmentView(chen, id)
    return view && nextSteps(chen, view)
  }
  expect(await offered()).toContain('remove')
  await begin(amina, id)
  expect(await offered()).not.toContain('remove')
  expect(refusalOf(await removeAssignment(chen, { id }))).toBe('assignment_has_work')
})

test('a merge moves a draft with its assignment, in the place of one without work', async () => {
  const { from, into, merge } = await givenTwo()
  const before = await givenPerson({ organizationIds: [from.id] })
  const { id, recommendation } = await givenAssignment({ to: from })
  valueIn(await assign(chen, { key: recommendation.key, organization: into.slug }))
  await begin(before, id)
  valueIn(await mergeOrganization(chen, merge))

  expect(await findReportDraftOf({ ...before, organizationIds: [into.id] }, id)).toMatchObject(text)
})

test('two organizations are not merged while both have a draft under the same recommendation', async () => {
  const { from, into, merge } = await givenTwo()
  const [before, after] = [
    await givenPerson({ organizationIds: [from.id] }),
    await givenPerson({ organizationIds: [into.id] }),
  ]
  const { id, recommendation } = await givenAssignment({ to: from })
  const { id: other } = valueIn(await assign(chen, { key: recommendation.key, organization: into.slug }))
  await begin(before, id)
  await begin(after, other)
  expect(refusalOf(await mergeOrganization(chen, merge))).toBe('organizations_both_worked')

  valueIn(await closeAssignment(chen, { id, closure: 'superseded', reason }))
  valueIn(await mergeOrganization(chen, merge))
  const moved = { ...before, organizationIds: [into.id] }
  expect(await findReportDraftOf(moved, id)).toMatchObject(text)
  expect(await findReportDraftOf(moved, other)).toMatchObject(text)
})
