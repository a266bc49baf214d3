import { expect } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { editDocument } from '@/lib/documents/edit-document'
import { erase } from '@/lib/erasures/erase'
import { erasableIn } from '@/lib/erasures/queries'
import { addGroup } from '@/lib/organizations/add-group'
import { addOrganization } from '@/lib/organizations/add-organization'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { renameGroup } from '@/lib/organizations/rename-group'
import { disableUser } from '@/lib/people/disable-user'
import { erasePerson } from '@/lib/people/erase-person'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { begunDrafts, findReportDraftOf } from '@/lib/reports/report-drafts'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { submitReportDraft } from '@/lib/reports/submit-draft'
import { givenAssignment, givenRecommendation, people, valueIn } from './given'
import { givenPerson } from './given-person'
import { givenGroup, givenOrganization } from './places'
import { refusalOf } from './refusal'

const { amina, chen, faisal, gulnar } = people

/** Runs commands, and refusals of commands, whose statements read rows that other commands do not read. */
export async function runChanges() {
  await nameParties()
  await bringBack()
  await removeAndAddAgain()
  await draftAndSubmit()
  await eraseByLaw()
  const [, { id }] = [await givenPerson({ role: 'administrator' }), await givenPerson({ role: 'administrator' })]
  valueIn(await disableUser(faisal, { id, version: 1 }))
}

async function eraseByLaw() {
  const byLaw = { reason: 'Court order 12/2027', confirm: true }
  const { id } = await givenAssignment()
  const report = { assignmentId: id, progress: 'in_progress', narrative: 'It goes on.' }
  const { id: item } = valueIn(await reportProgress(amina, report))
  await erasableIn(faisal, 'assignment', id)
  valueIn(await erase(faisal, { noun: 'assignment', id, items: [item], ...byLaw }))
  valueIn(await erasePerson(faisal, { id: (await givenPerson()).id, version: 1, ...byLaw }))
}

async function nameParties() {
  const [one, other] = [await givenGroup(), await givenGroup()]
  expect(refusalOf(await renameGroup(chen, { slug: one.slug, name: other.name, version: 1 }))).toBe('group_exists')
  expect(refusalOf(await addGroup(chen, { name: other.name }))).toBe('group_exists')
  for (const name of ['Agency for Roads, North', 'Agency for Roads']) valueIn(await addOrganization(chen, { name }))
}

async function bringBack() {
  const { key } = await givenRecommendation()
  const { slug } = await givenOrganization()
  valueIn(await assign(chen, { key, organization: slug }))
  valueIn(await setDueDate(chen, { key, dueOn: '2026-11-30', confirmPast: true }))
  valueIn(await closeRecommendation(chen, { key, closure: 'superseded', reason: 'By a later report.' }))
  valueIn(await archiveOrganization(chen, { slug }))
  const reopened = await reopenRecommendation(chen, { key, reason: 'It still applies.' })
  expect(refusalOf(reopened)).toBe('recommendation_organizations_archived')
}

async function removeAndAddAgain() {
  const { key, id, documentId } = await givenRecommendation({ text: 'States should cooperate on training.' })
  const { id: assignment } = valueIn(await assign(chen, { key, organization: (await givenOrganization()).slug }))
  for (const _ of ['click', 'second click']) valueIn(await removeAssignment(chen, { id: assignment }))

  const { document: code } = valueIn(await removeRecommendation(chen, { key }))
  valueIn(await addRecommendation(chen, { code, paragraph: 1, start: 0, end: 6 }))
  valueIn(await editDocument(chen, { code, version: 1, title: `About ${id} of ${documentId}` }))
}

async function draftAndSubmit() {
  const { id: assignmentId } = await givenAssignment()
  const draft = { assignmentId, progress: 'in_progress', narrative: 'The law is in force.' }
  const { id } = valueIn(await saveReportDraft(amina, draft))
  await begunDrafts(amina, [draft.assignmentId])
  expect(await findReportDraftOf(gulnar, assignmentId)).toMatchObject({ id })
  valueIn(await submitReportDraft(gulnar, { id }))
  valueIn(await reportProgress(chen, { ...draft, letterOn: '2026-05-03' }))
}
