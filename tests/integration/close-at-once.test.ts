import { beforeAll, expect, test } from 'vitest'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { archiveDocument } from '@/lib/documents/archive-document'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { inTurn, whileHeld } from '../support/session'

const { amina, chen, faisal } = people
const { health, finance } = organizations
const ended = { closure: 'superseded', reason: 'A later report replaced it.' }
const reason = 'The later report leaves it open.'

beforeAll(givenPeople)

type Owing = { key: string; id: string; assignmentId: string; group: string }
const demands: [string, (owing: Owing) => Promise<Result<unknown>>, 'organizations' | 'assignments'][] = [
  ['assigned to one', ({ key }) => assign(faisal, { key, organization: finance.slug }), 'organizations'],
  [
    'assigned to several',
    ({ key }) =>
      assignParties(faisal, { key, parties: [{ organization: finance.slug }, { organization: health.slug }] }),
    'organizations',
  ],
  ['assigned to a group', ({ key, group }) => assignGroup(faisal, { key, group }), 'organizations'],
  ['given a date', ({ key }) => setDueDate(faisal, { key, dueOn: '2027-06-30' }), 'assignments'],
  [
    'reported on',
    ({ assignmentId }) => reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }),
    'assignments',
  ],
]
test.each(demands)('what is closed meanwhile is not %s any more', async (_, demand, held) => {
  const { id, key } = await givenRecommendation()
  const { id: assignmentId } = await givenAssignment({ of: { id } })
  const { slug: group } = await givenGroup(finance)

  const refused = await whileHeld(
    held,
    held === 'assignments' ? assignmentId : finance.id,
    () => demand({ id, key, assignmentId, group }),
    async () => valueIn(await closeRecommendation(chen, { key, ...ended })),
  )

  expect(refused).toMatchObject({ ok: false, code: 'recommendation_closed' })
  expect(await traceOf(assignmentId)).toMatchObject({ version: 1, reports: [], events: [] })
  expect(await traceOfRecommendation(id)).toMatchObject({ assignments: [{ id: assignmentId }] })
})

test.each(demands)('what stands in an archived document is not %s', async (_, demand) => {
  const { id, key } = await givenRecommendation({ archived: true })
  const { id: assignmentId } = await givenAssignment({ of: { id } })
  const { slug: group } = await givenGroup(finance)
  const before = await traceOfRecommendation(id)

  expect(refusalOf(await demand({ id, key, assignmentId, group }))).toMatch(
    /^(document_archived|assignment_not_found)$/,
  )
  expect(await traceOfRecommendation(id)).toEqual(before)
})

const closedDuty = async () => {
  const organization = await givenOrganization()
  const { id } = await givenAssignment({ to: organization, closed: true })
  return { organization, id }
}

test('of an archived organization nothing is reopened, whoever came first', async () => {
  const [one, other] = [await closedDuty(), await closedDuty()]
  const archiving = ({ organization }: typeof one) => archiveOrganization(chen, { slug: organization.slug })
  const reopening = ({ id }: typeof one) => reopenAssignment(faisal, { id, reason })

  const [, reopened] = await inTurn<Result<unknown>>(
    'organizations',
    one.organization.id,
    () => archiving(one),
    () => reopening(one),
  )
  const [, archived] = await inTurn<Result<unknown>>(
    'organizations',
    other.organization.id,
    () => reopening(other),
    () => archiving(other),
  )

  expect(reopened).toMatchObject({ code: 'assignment_organization_archived', current: { id: one.id, version: 1 } })
  expect(archived).toMatchObject({ code: 'organization_owes' })
  expect(refusalOf(await reopening(one))).toBe('assignment_organization_archived')
})

test('what stayed closed under the name of an organization that was merged is not reopened there', async () => {
  const { organization, id } = await closedDuty()
  const { recommendationId } = await db.assignment.findUniqueOrThrow({ where: { id } })
  const into = await givenOrganization()
  await givenAssignment({ of: { id: recommendationId }, to: into })
  valueIn(await mergeOrganization(chen, { slug: organization.slug, into: into.slug }))

  expect(refusalOf(await reopenAssignment(chen, { id, reason }))).toBe('assignment_organization_merged')
})

test('in an archived document nothing is reopened', async () => {
  const { id, key } = await givenRecommendation({ closed: true })
  const { id: assignmentId } = await givenAssignment({ of: { id }, closed: true })
  const { document } = await db.recommendation.findUniqueOrThrow({ where: { id }, select: { document: true } })
  valueIn(await archiveDocument(chen, { code: document.code }))

  expect(refusalOf(await reopenAssignment(chen, { id: assignmentId, reason }))).toBe('document_archived')
  expect(refusalOf(await reopenRecommendation(chen, { key, reason }))).toBe('document_archived')
})

test('a conflict shows what stands, and nothing that was taken back', async () => {
  const { id, recommendationId } = await givenAssignment()
  const { key } = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } })

  const [assignment] = await inTurn<Result<unknown>>(
    'assignments',
    id,
    () => reopenAssignment(chen, { id, reason }),
    () => closeAssignment(faisal, { id, ...ended }),
  )
  const [recommendation] = await inTurn<Result<unknown>>(
    'recommendations',
    recommendationId,
    () => reopenRecommendation(chen, { key, reason }),
    () => closeRecommendation(faisal, { key, ...ended }),
  )

  expect(assignment).toMatchObject({ code: 'assignment_not_closed', current: { version: 1, status: 'not_started' } })
  expect(recommendation).toMatchObject({ code: 'recommendation_not_closed', current: { version: 1 } })
})
