import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { disableUser } from '@/lib/people/disable-user'
import { setOrganizations } from '@/lib/people/set-organizations'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { addTheme } from '@/lib/recommendations/add-theme'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  eventsOf,
  givenAssignment,
  givenPeople,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  valueIn,
} from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'
import { refusalOf } from '../support/refusal'
import { inTurn } from '../support/session'

const { amina, chen, faisal } = people
const { health } = organizations

beforeAll(givenPeople)

test('who says the version to come undoes nothing that was written meanwhile', async () => {
  const { id, key } = await givenRecommendation()

  const results = await inTurn(
    'recommendations',
    id,
    () => editRecommendation(chen, { key, version: 1, title: 'A new title' }),
    () => editRecommendation(faisal, { key, version: 2, themes: ['Trade'] }),
  )

  expect(results).toMatchObject([{ ok: true }, { ok: true, value: { title: 'A new title', themes: ['Trade'] } }])
  expect(await eventsOf(id)).toMatchObject([
    { body: { before: { title: 'Cooperate' }, after: { title: 'A new title' } } },
    { body: { before: { themes: [] }, after: { themes: ['Trade'] } } },
  ])
})

test('of an assignment too: what was said is written, and the rest is left as it is by then', async () => {
  const { id } = await givenAssignment({ dueOn: '2027-06-30' })

  const results = await inTurn(
    'assignments',
    id,
    () => changeAssignment(chen, { id, version: 1, dueOn: '2027-12-31', reason: 'The ministry asked for it.' }),
    () => changeAssignment(faisal, { id, version: 2, role: 'lead' }),
  )

  expect(results).toMatchObject([{ ok: true }, { ok: true, value: { dueOn: '2027-12-31', role: 'lead', version: 3 } }])
})

test('two who add a theme each both add it', async () => {
  const { id, key } = await givenRecommendation()

  await inTurn(
    'recommendations',
    id,
    () => addTheme(chen, { key, theme: 'Trade' }),
    () => addTheme(faisal, { key, theme: 'Ocean' }),
  )

  expect(await db.recommendation.findUnique({ where: { id } })).toMatchObject({ themes: ['Trade', 'Ocean'] })
})

test('who was let in and whose account is closed meanwhile writes nothing', async () => {
  const { id, recommendationId } = await givenAssignment()
  const late = await givenPerson({ role: 'coordinator' })
  const member = await givenPerson({ organizationIds: [health.id] })
  const closing = (person: { id: string }) => disableUser(faisal, { id: person.id, version: 1 })

  const results = await inTurn<Result<unknown>>(
    'recommendations',
    recommendationId,
    () => changeAssignment(late, { id, version: 1, dueOn: '2027-06-30' }),
    async () => {
      valueIn(await closing(late))
      valueIn(await closing(member))
      return reportProgress(member, { assignmentId: id, progress: 'in_progress', narrative: 'Begun.' })
    },
  )

  expect(results.map(refusalOf)).toEqual(['account_changed', 'account_changed'])
  expect(await traceOf(id)).toMatchObject({ version: 1, reports: [], events: [] })
})

test('who has another role by then does nothing with the old one', async () => {
  const { id } = await givenAssignment()
  const was = await givenPerson({ role: 'viewer' })

  expect(refusalOf(await changeAssignment({ ...was, role: 'coordinator' }, { id, version: 1, role: 'lead' }))).toBe(
    'account_changed',
  )
  expect(await traceOf(id)).toMatchObject({ version: 1, events: [] })
})

test('who left the organization by then does not act for it, unless it was merged into another', async () => {
  const first = await givenOrganization()
  const second = await givenOrganization()
  const member = await givenPerson({ organizationIds: [first.id] })
  const { id: assignmentId } = await givenAssignment({ to: second })
  const report = () =>
    reportProgress(
      { ...member, organizationIds: [first.id, second.id] },
      { assignmentId, progress: 'in_progress', narrative: 'Begun.' },
    )

  expect(refusalOf(await report())).toBe('account_changed')

  valueIn(await mergeOrganization(faisal, { slug: first.slug, into: second.slug }))
  valueIn(await report())

  valueIn(await setOrganizations(faisal, { id: member.id, version: 2, organizations: [] }))
  expect(refusalOf(await report())).toBe('account_changed')
})

test('whose account is closed first owns nothing', async () => {
  const { key } = await givenRecommendation()
  const { id } = await givenAssignment()
  const owner = await givenPerson({ organizationIds: [health.id] })

  const results = await inTurn<Result<unknown>>(
    'users',
    owner.id,
    () => disableUser(faisal, { id: owner.id, version: 1 }),
    () => assign(chen, { key, organization: health.slug, owner: owner.email }),
    () => changeAssignment(chen, { id, version: 1, owner: owner.email }),
  )

  expect(results.slice(1).map(refusalOf)).toEqual(['owner: owner_unknown', 'owner: owner_unknown'])
})

test('the latest report is the one that came last, also where the clock was set back', async () => {
  const { id, recommendation } = await givenAssignment()
  const report = (progress: string, narrative: string) =>
    reportProgress(amina, { assignmentId: id, progress, narrative })
  await at('2026-05-02T09:00:00Z', () => report('in_progress', 'First.'))
  await at('2026-05-01T09:00:00Z', () => report('implemented', 'Second.'))

  const [row] = (await findRecommendationView(chen, recommendation.key))?.rows ?? []
  expect(row?.latest?.narrative).toBe('Second.')
  expect(row?.assignment.status).toBe('implemented')
})
