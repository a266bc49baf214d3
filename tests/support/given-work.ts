import { answer } from '@/lib/assignments/answer'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import { addLink } from '@/lib/evidence/add-link'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { remind } from '@/lib/notifications/remind'
import { setOrganizations } from '@/lib/people/set-organizations'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, organizations, people, valueIn } from './given'
import { givenPerson } from './given-person'

const { amina, chen, elif, faisal } = people
const key = 'SALVADOR-2010-17.2'

/** Does everything that can happen to an assignment, through the commands. Returns the IDs of the rows by name. */
export async function givenWork(): Promise<Record<string, string>> {
  await seed()
  await givenPeople()
  const first = await assign(chen, { key, organization: organizations.health.slug, dueOn: '2030-06-30' })
  const { id: assignmentId } = valueIn(first)
  const version = async () => (await db.assignment.findUniqueOrThrow({ where: { id: assignmentId } })).version
  valueIn(await answer(amina, { assignmentId, version: 1, position: 'partially_accepted', reason: 'A part of it.' }))
  const moved = { id: assignmentId, dueOn: '2030-12-31', reason: 'The budget comes later.' }
  valueIn(await changeAssignment(chen, { ...moved, version: await version() }))
  valueIn(await remind(chen, { assignmentId, note: 'The committee meets in May.' }))
  const step = valueIn(await addAction(amina, { assignmentId, title: 'Train the staff', dueOn: '2030-06-30' }))
  valueIn(await changeAction(amina, { id: step.id, version: 1, state: 'under_way' }))
  const link = valueIn(await addLink(amina, { assignmentId, url: 'https://example.org/letter' }))
  const byLetter = { assignmentId, url: 'https://example.org/scan', letterOn: '2026-01-15' }
  const { id: letters } = valueIn(await addLink(chen, byLetter))
  const other = valueIn(await addLink(amina, { assignmentId, url: 'https://example.org/annex' }))
  valueIn(await withdrawEvidence(amina, { id: other.id, reason: 'It was the wrong one.' }))
  const request = await requestDate(amina, { assignmentId, dueOn: '2031-06-30', reason: 'The law has to pass.' })
  valueIn(await decideDate(chen, { id: valueIn(request).id, decision: 'grant', dueOn: '2031-03-31', note: 'Then.' }))
  const report = { assignmentId, progress: 'implemented', narrative: 'The law is in force.', asOf: '2026-01-01' }
  const reported = valueIn(await reportProgress(amina, { ...report, evidence: [link.id] }))
  const review = { reportId: reported.id, decision: 'return', note: 'The annex is missing.' }
  valueIn(await reviewReport(elif, review))
  valueIn(await editRecommendation(chen, { key, version: 1, title: 'Another title' }))
  const person = await givenPerson({ organizationIds: [organizations.health.id] })
  const wish = [{ organization: organizations.health.slug, kind: 'alternate' }]
  valueIn(await setOrganizations(faisal, { id: person.id, version: 1, organizations: wish }))

  const { id: answers } = await db.answer.findFirstOrThrow()
  const { id: reviews } = await db.review.findFirstOrThrow()
  const { id: moves } = await db.dateChange.findFirstOrThrow({ where: { kind: 'moved' } })
  const given = { answers, reviews, moves, requests: valueIn(request).id, progress_reports: reported.id }
  return {
    ...given,
    assignments: assignmentId,
    actions: step.id,
    evidence: link.id,
    users: person.id,
    withdrawn: other.id,
    letters,
  }
}
