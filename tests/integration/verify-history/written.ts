import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { addFile } from '@/lib/evidence/add-file'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { db, pool } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, organizations, people, valueIn } from '../../support/given'
import { uploadOf } from '../../support/uploads'

const { amina, chen } = people
const key = 'SALVADOR-2010-17.2'
/** The ids of one row of each table. */
export const rows: Record<string, string> = {}
/** The ids of texts that were written, and the number of the event that is changed. */
export const done = { report: '', reason: '', note: '', seq: 0 }

/** Writes some of everything by the commands, and then enough events for more than one batch of the walk. */
export async function writeSomeOfEverything() {
  await seed()
  await givenPeople()
  const { id } = valueIn(await assign(chen, { key, organization: organizations.health.slug, dueOn: '2030-12-31' }))
  const reported = await reportProgress(amina, {
    assignmentId: id,
    progress: 'in_progress',
    narrative: 'Begun.',
    asOf: '2026-01-01',
  })
  done.report = valueIn(reported).id
  const { seq } = await db.event.findFirstOrThrow({ where: { kind: 'assignment.reported' } })
  done.seq = Number(seq)

  const note = valueIn(await annotate(amina, { key, body: 'Who leads?' }))
  await editAnnotation(amina, { id: note.id, version: 1, body: 'Who leads, and by when?' })
  done.note = (await db.annotationRevision.findFirstOrThrow({ where: { number: 1 } })).id
  valueIn(
    await editRecommendation(chen, {
      key,
      version: 1,
      title: 'The minister\'s \\ "own" title',
      themes: ['Asset recovery'],
    }),
  )
  const step = valueIn(await addAction(chen, { assignmentId: id, title: 'Train', dueOn: '2030-06-30' }))
  valueIn(await changeAction(chen, { id: step.id, version: 1, state: 'under_way' }))
  const file = valueIn(await addFile(amina, { assignmentId: id }, uploadOf('The letter as it came.')))
  await closeAssignment(chen, { id, closure: 'superseded', reason: 'By a later report.' })
  done.reason = (await db.reason.findFirstOrThrow()).id

  valueIn(
    await createUserAtConsole({ email: 'new@example.org', name: 'New', role: 'viewer', organizations: ['unodc'] }),
  )
  const user = await db.user.findFirstOrThrow({ where: { email: 'new@example.org' } })
  const { id: document } = await db.document.findFirstOrThrow()
  const recommendation = await db.recommendation.findFirstOrThrow({ where: { key } })
  const organization = await db.organization.findFirstOrThrow({ where: { slug: 'unodc' } })
  Object.assign(rows, {
    ...{ recommendations: recommendation.id, assignments: id, documents: document, annotations: note.id },
    ...{ organizations: organization.id, users: user.id, actions: step.id, evidence: file.id },
  })

  await pool.query(`select append_events(null, json_agg(json_build_object('kind', 'test.happened', 'subjectType', 'test',
    'subjectId', gen_random_uuid(), 'audience', 'internal', 'body', '{}'))) from generate_series(1, 5400)`)
}
