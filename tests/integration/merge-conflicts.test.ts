import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { findRemovedAssignment } from '@/lib/assignments/find-removed'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { findOrganization } from '@/lib/organizations/find'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { db } from '@/lib/platform/db'
import { eventsOf, givenAssignment, givenPeople, givenRecommendation, people } from '../support/given'
import { givenTwo, ownerOf, reportOn } from '../support/given-merge'
import { answerOf, givenOrganization, outsiders, refusal } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

test('where both owe the same and nobody has begun, the other’s stays, and takes over date, owner and lead', async () => {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  const theirs = await givenAssignment({ to: into, of })
  const ours = await givenAssignment({ to: from, of, dueOn: '2027-06-30' })
  await db.assignment.update({ where: { id: ours.id }, data: { role: 'lead', ownerId: chen.id } })

  expect(answerOf(await mergeOrganization(chen, merge))).toMatchObject({ moved: 0, removed: 1 })

  const day = new Date('2027-06-30')
  expect(await db.assignment.findMany({ where: { recommendationId: of.id } })).toMatchObject([
    {
      id: theirs.id,
      organizationId: into.id,
      role: 'lead',
      ownerId: chen.id,
      dueOn: day,
      originalDueOn: day,
      version: 2,
    },
  ])
  expect(await eventsOf(ours.id)).toMatchObject([
    {
      kind: 'assignment.removed',
      body: {
        before: { organizationId: from.id, role: 'lead', dueOn: '2027-06-30' },
        after: { mergedInto: into.id, assignmentId: theirs.id },
      },
    },
  ])
  expect(await eventsOf(theirs.id)).toMatchObject([
    {
      kind: 'assignment.changed',
      body: {
        before: { role: 'contributing', ownerId: null, dueOn: null },
        after: { role: 'lead', ownerId: chen.id, dueOn: '2027-06-30' },
      },
    },
  ])
})

test('one that a merge removed leads to the one that stays, also after that organization is merged on', async () => {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  const theirs = await givenAssignment({ to: into, of })
  const ours = await givenAssignment({ to: from, of })
  answerOf(await mergeOrganization(chen, merge))
  const last = await givenOrganization()
  answerOf(await mergeOrganization(chen, { slug: into.slug, into: last.slug }))

  const removed = { organization: from.name, key: of.key, merged: { ...named(last), assignment: theirs.id } }
  expect(await findRemovedAssignment(chen, ours.id)).toMatchObject(removed)

  answerOf(await removeAssignment(chen, { id: theirs.id }))
  expect(await findRemovedAssignment(chen, ours.id)).toMatchObject({ merged: { ...named(last), assignment: null } })
  expect(await findRemovedAssignment(chen, theirs.id)).toMatchObject({ organization: last.name, merged: null })
})

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name })

test('where both owe the same and only one has begun, the one with the work in it stays', async () => {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  const theirs = await givenAssignment({ to: into, of, dueOn: '2027-01-31' })
  const ours = await givenAssignment({ to: from, of })
  await reportOn(ours.id)

  expect(answerOf(await mergeOrganization(chen, merge))).toMatchObject({ moved: 1, removed: 1 })

  expect(
    await db.assignment.findMany({ where: { recommendationId: of.id }, include: { reports: true } }),
  ).toMatchObject([
    { id: ours.id, organizationId: into.id, dueOn: new Date('2027-01-31'), reports: [{ narrative: 'Begun.' }] },
  ])
  expect(await eventsOf(theirs.id)).toMatchObject([
    { kind: 'assignment.removed', body: { after: { mergedInto: into.id, assignmentId: ours.id } } },
  ])
  expect(await findRemovedAssignment(chen, theirs.id)).toMatchObject({
    organization: into.name,
    merged: { name: into.name, assignment: ours.id },
  })
})

test('where both have worked on the same, nothing is merged until one is closed; then no report is lost', async () => {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  const theirs = await givenAssignment({ to: into, of })
  const ours = await givenAssignment({ to: from, of })
  const other = await givenAssignment({ to: from })
  await reportOn(theirs.id)
  await reportOn(ours.id)

  expect(await refusal(mergeOrganization, chen, merge)).toMatchObject({
    code: 'organizations_both_worked',
    untouched: true,
  })
  expect(await mergeOrganization(chen, merge)).toMatchObject({
    current: { recommendations: [of.key] },
    params: { from: from.name, into: into.name, recommendations: of.key },
  })

  await closeAssignment(chen, {
    id: ours.id,
    closure: 'made_in_error',
    reason: 'The same organization under two names.',
  })
  expect(answerOf(await mergeOrganization(chen, merge))).toMatchObject({ moved: 1, removed: 0, left: [of.key] })
  expect(await ownerOf(other.id)).toMatchObject({ organizationId: into.id })
  expect(await db.assignment.findUnique({ where: { id: ours.id }, include: { reports: true } })).toMatchObject({
    organizationId: from.id,
    closure: 'made_in_error',
    reports: [{ narrative: 'Begun.' }],
  })
})

test('a merge that is sent twice, even at once, merges once, and a chain of merges leads to its end', async () => {
  const { from, into, merge } = await givenTwo()
  const last = await givenOrganization()
  await givenAssignment({ to: from })

  const results = await Promise.all([mergeOrganization(chen, merge), mergeOrganization(faisal, merge)])
  expect(results).toMatchObject([{ ok: true }, { ok: true }])
  expect(await mergeOrganization(chen, merge)).toMatchObject({ ok: true, changed: false })
  expect(await eventsOf(from.id)).toHaveLength(1)

  await mergeOrganization(chen, { slug: into.slug, into: last.name })
  expect(await findOrganization(db, from.slug)).toMatchObject({ id: last.id })
})

test('two who merge crosswise at once: one of them is told', async () => {
  const { from, into, merge } = await givenTwo()

  const results = await Promise.all([
    mergeOrganization(chen, merge),
    mergeOrganization(faisal, { slug: into.slug, into: from.slug }),
  ])

  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.organization.count({ where: { id: { in: [from.id, into.id] }, archivedAt: null } })).toBe(1)
})

test('only who keeps the record merges', async () => {
  const { merge } = await givenTwo()
  for (const actor of outsiders) {
    const refused = { code: 'organization_forbidden', reason: 'forbidden', untouched: true }
    expect(await refusal(mergeOrganization, actor, merge)).toEqual(refused)
  }
})

const refusals = [
  {
    rule: 'there must be one to merge',
    input: { slug: 'nobody', into: 'ministry-of-health' },
    code: 'organization_not_found',
  },
  {
    rule: 'there must be one to merge into',
    input: { slug: 'ministry-of-health', into: 'Nobody' },
    code: 'into: organization_unknown',
  },
  {
    rule: 'nothing is merged into itself',
    input: { slug: 'ministry-of-health', into: 'Ministry of Health' },
    code: 'into: organization_itself',
  },
  {
    rule: 'one must say into what',
    input: { slug: 'ministry-of-health', into: '' },
    code: 'into: organization_missing',
  },
]
for (const { rule, input, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    expect(await refusal(mergeOrganization, chen, input)).toMatchObject({ code, untouched: true })
  })
}
