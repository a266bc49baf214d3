import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { archiveDocument } from '@/lib/documents/archive-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import {
  givenAssignment,
  givenRecommendation,
  organizations,
  people,
  traceOf,
  traceOfRecommendation,
  valueIn,
} from '../support/given'
import { givenOrganization, refusal } from '../support/places'
import { refusalOf } from '../support/refusal'
import { inTurn } from '../support/session'

const { chen, faisal } = people
const closing = { closure: 'superseded', reason: 'By a later report.' }
const reason = 'It was asked for again.'

/** A recommendation with work of a fresh organization and of another one, and what is done to each of them. */
async function givenWork(progress?: 'implemented') {
  const organization = await givenOrganization()
  const { id, key, documentId } = await givenRecommendation()
  await givenAssignment({ of: { id }, to: organization, dueOn: '2020-01-01', ...(progress && { progress }) })
  await givenAssignment({ of: { id }, to: organizations.health })
  const { code } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  return {
    id,
    code,
    organization,
    close: async () => valueIn(await closeRecommendation(chen, { key, ...closing })),
    reopen: () => reopenRecommendation(faisal, { key, reason }),
    archiveDocument: async () => valueIn(await archiveDocument(chen, { code })),
    restoreDocument: () => restoreDocument(faisal, { code }),
    archive: () => archiveOrganization(chen, { slug: organization.slug }),
    restore: async () => valueIn(await restoreOrganization(chen, { slug: organization.slug })),
  }
}

test('a recommendation on which an archived organization has work stays closed until that is restored', async () => {
  const work = await givenWork()
  await work.close()
  valueIn(await work.archive())
  const before = await traceOfRecommendation(work.id)

  const refused = await work.reopen()
  const params = { organizations: work.organization.name, count: 1 }
  expect(refused).toMatchObject({ reason: 'conflict', params, current: { status: 'closed' } })
  expect(refusalOf(refused)).toBe('recommendation_organizations_archived')
  expect(await traceOfRecommendation(work.id)).toEqual(before)

  await work.restore()
  expect(await work.reopen()).toMatchObject({ ok: true, value: { status: 'not_started' } })
})

test('a document in which an archived organization has work stays archived until that is restored', async () => {
  const work = await givenWork()
  await work.archiveDocument()
  valueIn(await work.archive())

  expect(await refusal(restoreDocument, chen, { code: work.code })).toMatchObject({
    code: 'document_organizations_archived',
    untouched: true,
  })
  const params = { organizations: work.organization.name, count: 1 }
  const refused = await work.restoreDocument()
  expect(refused).toMatchObject({ params, current: { archivedAt: expect.any(String) } })
  expect(refusalOf(refused)).toBe('document_organizations_archived')

  await work.restore()
  expect(valueIn(await work.restoreDocument())).not.toHaveProperty('archivedAt')
  expect(await work.restoreDocument()).toMatchObject({ ok: true, changed: false })
})

test('what an archived organization has done stands in the way of nothing, nor does what stays closed', async () => {
  const done = await givenWork('implemented')
  await done.close()
  valueIn(await done.archive())
  expect(await done.reopen()).toMatchObject({ ok: true })

  const closed = await givenWork()
  await closed.close()
  await closed.archiveDocument()
  valueIn(await closed.archive())
  expect(await closed.restoreDocument()).toMatchObject({ ok: true })
})

test.each(['recommendation', 'document'] as const)(
  'whoever archives while a %s comes back: one of them is told',
  async (what) => {
    const putAway = async () => {
      const work = await givenWork()
      await (what === 'document' ? work.archiveDocument() : work.close())
      return { ...work, bringBack: what === 'document' ? work.restoreDocument : work.reopen }
    }
    const [one, other] = [await putAway(), await putAway()]

    const { id } = one.organization
    const first = await inTurn<Result<unknown>>('organizations', id, one.archive, one.bringBack)
    expect(first).toMatchObject([{ ok: true }, { code: `${what}_organizations_archived` }])

    const second = await inTurn<Result<unknown>>('organizations', other.organization.id, other.bringBack, other.archive)
    expect(second).toMatchObject([{ ok: true }, { code: 'organization_owes' }])
  },
)

/** An assignment on which its organization reported `implemented`, and that organization archived. */
async function givenDone() {
  const organization = await givenOrganization()
  const { id } = await givenAssignment({ to: organization })
  const sent = { id: newId(), assignmentId: id, progress: 'in_progress', narrative: 'Begun.' }
  valueIn(await reportProgress(chen, sent))
  const { id: corrects } = valueIn(
    await reportProgress(chen, { assignmentId: id, progress: 'implemented', narrative: 'Done.' }),
  )
  const { version } = await db.assignment.findUniqueOrThrow({ where: { id } })
  return {
    organization,
    id,
    version,
    sent,
    corrects,
    archive: () => archiveOrganization(chen, { slug: organization.slug }),
  }
}

test('no report and no correction brings work back to an archived organization, and what is done is still reported', async () => {
  const { id, sent, corrects, archive, version } = await givenDone()
  valueIn(await archive())
  const before = await traceOf(id)
  const begun = { assignmentId: id, progress: 'partially_implemented', narrative: 'Not all of it.' }

  const report = await reportProgress(chen, begun)
  const correction = await reportProgress(chen, { ...begun, corrects })
  const date = await changeAssignment(chen, { id, version, dueOn: '2031-01-31' })

  expect([report, correction, date].map(refusalOf)).toEqual(Array(3).fill('assignment_organization_archived'))
  expect(await traceOf(id)).toEqual(before)
  expect(await reportProgress(chen, sent)).toMatchObject({ ok: true, changed: false })
  expect(await reportProgress(chen, { ...begun, progress: 'implemented', corrects })).toMatchObject({ ok: true })
})

test('whoever archives while a report brings work back: one of them is told', async () => {
  const [one, other] = [await givenDone(), await givenDone()]
  const begin = ({ id }: typeof one) =>
    reportProgress(faisal, { assignmentId: id, progress: 'in_progress', narrative: 'To be done again.' })

  const first = await inTurn<Result<unknown>>('organizations', one.organization.id, one.archive, () => begin(one))
  expect(first).toMatchObject([{ ok: true }, { code: 'assignment_organization_archived' }])

  const second = await inTurn<Result<unknown>>(
    'organizations',
    other.organization.id,
    () => begin(other),
    other.archive,
  )
  expect(second).toMatchObject([{ ok: true }, { code: 'organization_owes' }])
})

test('an organization that is archived while it is being assigned is unknown by then', async () => {
  const organization = await givenOrganization()
  const { key } = await givenRecommendation()

  const assigning = () => assign(chen, { key, organization: organization.slug })
  const results = await inTurn<Result<unknown>>(
    'organizations',
    organization.id,
    () => archiveOrganization(faisal, { slug: organization.slug }),
    assigning,
  )

  expect(results).toMatchObject([{ ok: true }, { errors: [{ field: 'organization', code: 'organization_unknown' }] }])
})
