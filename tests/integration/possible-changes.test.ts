import { expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import {
  reportableProgress,
  takesChange,
  takesClosure,
  takesRemoval,
  takesReopening,
} from '@/lib/assignments/possible-changes'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { archiveDocument } from '@/lib/documents/archive-document'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import type { Result } from '@/lib/platform/result'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { type AssignmentView, findAssignmentView, placeOf } from '@/lib/register/assignment-view'
import { findRecommendationView, placeOfRow } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import { Progress } from '@/prisma/generated/enums'
import { givenAssignment, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { chen } = people
const reason = 'A later report replaced it.'

type Standing = {
  progress: Progress
  closed: boolean
  within: 'nothing' | 'recommendation' | 'document'
  archived: boolean
}

/** An assignment of an organization of its own; what it belongs to is closed or archived by the commands for that. */
async function givenStanding({ progress, closed, within, archived }: Standing) {
  const organization = await givenOrganization()
  const { id, recommendation } = await givenAssignment({ to: organization, progress, closed })
  if (within === 'recommendation') {
    valueIn(await closeRecommendation(chen, { key: recommendation.key, closure: 'superseded', reason }))
  }
  if (within === 'document') valueIn(await archiveDocument(chen, { code: recommendation.key.slice(0, -'-1.1'.length) }))
  if (archived) valueIn(await archiveOrganization(chen, { slug: organization.slug }))
  return { id, key: recommendation.key }
}

const commands: [
  string,
  (view: AssignmentView) => boolean,
  (id: string, version: number) => Promise<Result<unknown>>,
][] = [
  ...Object.values(Progress).map((progress): (typeof commands)[number] => [
    `reporting ${progress}`,
    (view) => reportableProgress(placeOf(view)).includes(progress),
    (assignmentId) => reportProgress(chen, { assignmentId, progress, narrative: 'By letter.' }),
  ]),
  [
    'changing',
    (view) => takesChange(placeOf(view)),
    (id, version) => changeAssignment(chen, { id, version, dueOn: '2031-01-31' }),
  ],
  ['closing', takesClosure, (id) => closeAssignment(chen, { id, closure: 'superseded', reason })],
  ['reopening', (view) => takesReopening(placeOf(view)), (id) => reopenAssignment(chen, { id, reason })],
  ['removing', (view) => takesRemoval(view, view.reportCount), (id) => removeAssignment(chen, { id })],
]

const standings = (['in_progress', 'implemented'] as const).flatMap((progress) =>
  [false, true].flatMap((closed) =>
    (['nothing', 'recommendation', 'document'] as const).flatMap((within) =>
      [false, true].map((archived): Standing => ({ progress, closed, within, archived })),
    ),
  ),
)
/** An organization with work to do is not archived. */
const possible = standings.filter(
  ({ progress, closed, within, archived }) => !archived || closed || progress === 'implemented' || within !== 'nothing',
)

/** How the two pages see an assignment; both must see the same. */
async function seen({ id, key }: { id: string; key: string }) {
  const view = await findAssignmentView(chen, id)
  const whole = await findRecommendationView(chen, key)
  const row = whole?.rows.find(({ assignment }) => assignment.id === id)
  if (!view || !whole || !row) throw new Error('The assignment is not there.')
  expect(placeOf(view)).toMatchObject(placeOfRow(whole, row))
  return view
}

test.each(possible)('both pages offer what the commands accept: %o', async (standing) => {
  let given = await givenStanding(standing)
  for (const [name, offered, command] of commands) {
    const view = await seen(given)
    const { ok } = await command(given.id, view.assignment.version)
    expect([name, ok]).toEqual([name, offered(view)])
    if (ok) given = await givenStanding(standing)
  }
})
