import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { answer } from '@/lib/assignments/answer'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate } from '@/lib/assignments/decide-date'
import { requestDate } from '@/lib/assignments/request-date'
import { addFile } from '@/lib/evidence/add-file'
import { openEvidence } from '@/lib/evidence/queries'
import { reviewQueue } from '@/lib/overview/review-queue'
import { tasksOf } from '@/lib/overview/tasks'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { emailOf, givenRecommendation, organizations, people, valueIn } from './given'
import { givenGroup } from './places'
import { uploadOf } from './uploads'
import { givenWorld } from './world'

const { amina, chen, elif } = people
const { health, finance } = organizations

/** Something of all that statements read: what people did with one recommendation, among many others. */
export async function givenStory() {
  await givenWorld()
  const { key, id, documentId } = await givenRecommendation({ text: 'States should cooperate on training.' })
  const { code } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  const group = await givenGroup(health, finance)
  const owned = { key, owner: emailOf('amina'), dueOn: '2026-11-01', confirmPast: true }
  const { id: assignment } = valueIn(await assign(chen, { ...owned, organization: health.slug }))
  const { made } = valueIn(await assignGroup(chen, { key, group: group.slug, dueOn: today() }))
  valueIn(
    await editRecommendation(chen, {
      ...{ key, version: 1, themes: ['Training'] },
      addressees: [
        { words: 'States', group: group.slug },
        { words: 'the Ministry', organization: health.slug },
      ],
    }),
  )

  const asked = { assignmentId: assignment, dueOn: '2099-06-30', reason: 'The law has to pass first.' }
  const { id: request } = valueIn(await requestDate(amina, asked))
  await tasksOf(chen)
  valueIn(await decideDate(chen, { id: request, decision: 'grant', note: 'Before the session.' }))
  const held = await db.assignment.findUniqueOrThrow({ where: { id: assignment } })
  const refused = { position: 'not_accepted', reason: 'Too costly.', version: held.version }
  valueIn(await answer(amina, { assignmentId: assignment, ...refused }))
  await tasksOf(chen)
  const step = valueIn(
    await addAction(amina, { assignmentId: assignment, title: 'Draft the law', responsible: 'Legal unit' }),
  )
  valueIn(await changeAction(amina, { id: step.id, version: 1, state: 'under_way', dueOn: '2027-03-01' }))
  const input = { assignmentId: assignment, narrative: 'A working group was set up.' }
  const { id: evidence } = valueIn(
    await addFile(amina, { assignmentId: assignment }, uploadOf('The terms of reference.')),
  )
  valueIn(await openEvidence(amina, evidence))
  const first = { ...input, progress: 'in_progress', id: newId(), evidence: [evidence] }
  const { id: begun } = valueIn(await reportProgress(amina, first))
  const claim = { ...input, progress: 'implemented', id: newId(), corrects: begun }
  const { id: claimed } = valueIn(await reportProgress(amina, claim))
  valueIn(await reviewQueue(elif))
  valueIn(await reviewReport(elif, { reportId: claimed, decision: 'accept_alternative', note: 'A treaty does.' }))
  valueIn(await closeAssignment(chen, { id: made[0]?.id, closure: 'superseded', reason: 'By a later report.' }))

  const opening = valueIn(await annotate(amina, { key, body: 'To be discussed.', audience: 'organization' }))
  valueIn(
    await editAnnotation(amina, { id: opening.id, body: `To be discussed soon, @${emailOf('gulnar')}?`, version: 1 }),
  )
  valueIn(await annotate(amina, { key, body: 'Agreed.', parent: opening.id, start: 0, end: 6 }))
  const wrong = valueIn(await annotate(amina, { key, body: 'Off the subject.' }))
  valueIn(await withdrawAnnotation(chen, { id: wrong.id, reason: 'It concerns another text.' }))
  return { key, id, code, assignment, group: group.slug }
}

export type Story = Awaited<ReturnType<typeof givenStory>>
