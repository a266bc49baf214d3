import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { assign } from '@/lib/assignments/assign'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { countHistory, historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { ok } from '@/lib/platform/result'
import { historyOfRecommendation } from '@/lib/register/recommendation-history'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, elif, faisal } = people
const { health } = organizations

const kindsFor = async (actor: Actor, key: string) => (await historyOf(actor, { key })).items.map(({ kind }) => kind)

test('what happened to a recommendation is told newest first, each link to the one before', async () => {
  const { key } = await givenRecommendation()
  const { id } = await at('2026-03-01T09:00:00Z', async () =>
    valueIn(await assign(chen, { key, organization: health.slug })),
  )
  await reportProgress(amina, { assignmentId: id, progress: 'in_progress', narrative: 'Begun.' })

  const { items, next } = await historyOf(dita, { key })

  expect(next).toBeNull()
  expect(items).toMatchObject([
    {
      kind: 'assignment.reported',
      actor: { id: amina.id, name: 'amina' },
      subject: { type: 'assignment', id },
      recommendation: key,
      before: { progress: 'not_started' },
      after: { progress: 'in_progress', onBehalf: false },
    },
    { kind: 'assignment.made', at: '2026-03-01T09:00:00.000Z', before: null, after: { organizationId: health.id } },
  ])
  expect(items[0]?.previousHash).toBe(items[1]?.hash)
})

test('a page leads to the next one, and none is told twice or left out', async () => {
  const { key } = await givenRecommendation()
  for (const body of ['One.', 'Two.', 'Three.']) await annotate(chen, { key, body })

  const first = await historyOf(chen, { key, limit: 2 })
  const second = await historyOf(chen, { key, limit: 2, after: first.next ?? 0 })

  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  expect([...first.items, ...second.items]).toEqual((await historyOf(chen, { key })).items)
})

test('an organization’s history tells what was merged into it, and of that nothing else', async () => {
  const [from, between, into] = [await givenOrganization(), await givenOrganization(), await givenOrganization()]
  valueIn(await mergeOrganization(chen, { slug: from.slug, into: between.slug }))
  valueIn(await mergeOrganization(chen, { slug: between.slug, into: into.slug }))

  const { entries } = await timelineOf(chen, { organization: into.id })

  expect(entries.map(({ sentence }) => sentence)).toEqual([
    `chen merged ${between.name} into ${into.name}`,
    `chen merged ${from.name} into ${between.name}`,
  ])
})

test('an organization’s history tells what happened to its assignments, of which recommendation, as far as one may know', async () => {
  const reported = async (archived: boolean) => {
    const { key, documentId } = await givenRecommendation()
    const agency = await givenOrganization()
    const { id } = valueIn(await assign(chen, { key, organization: agency.slug }))
    valueIn(await changeAssignment(chen, { id, dueOn: '2031-06-30', version: 1 }))
    valueIn(await reportProgress(chen, { assignmentId: id, progress: 'in_progress', narrative: 'It began.' }))
    if (archived) await db.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
    return { key, agency }
  }
  const { key, agency } = await reported(false)
  const hidden = await reported(true)

  expect((await timelineOf(dita, { organization: agency.id })).entries).toMatchObject([
    {
      sentence: `chen reported progress for ${agency.name}, on its behalf`,
      text: 'It began.',
      recommendation: key,
      pairs: [{ before: 'Not started', after: 'In progress' }],
    },
    {
      sentence: `chen changed the due date of ${agency.name}`,
      recommendation: key,
      pairs: [{ before: 'No date', after: '30 June 2031' }],
    },
    { sentence: `chen assigned ${agency.name}`, recommendation: key },
  ])
  expect((await timelineOf(dita, { organization: hidden.agency.id })).entries).toEqual([])
  expect((await timelineOf(chen, { organization: hidden.agency.id })).entries).toHaveLength(3)
})

test('an organization’s history tells of assignments that were removed, also where a merge removed them', async () => {
  const { key } = await givenRecommendation()
  const [agency, into] = [await givenOrganization(), await givenOrganization()]
  const assigned = async ({ slug }: { slug: string }) => valueIn(await assign(chen, { key, organization: slug }))
  const { id } = await assigned(agency)
  valueIn(await removeAssignment(chen, { id }))
  const historyOfAgency = async (organization: string) =>
    (await timelineOf(chen, { organization })).entries.map(({ kind, recommendation }) => `${kind} ${recommendation}`)

  const once = [`assignment.removed ${key}`, `assignment.made ${key}`]
  expect(await historyOfAgency(agency.id)).toEqual(once)
  expect(await countHistory(chen, { organization: agency.id })).toBe(2)
  expect(await historyOfAgency(into.id)).toEqual([])

  await assigned(agency)
  await assigned(into)
  valueIn(await mergeOrganization(chen, { slug: agency.slug, into: into.slug }))
  const both = [`assignment.made ${key}`, `assignment.made ${key}`, ...once]
  expect(await historyOfAgency(into.id)).toEqual([
    `organization.merged undefined`,
    `assignment.removed ${key}`,
    ...both,
  ])
})

test('it can be asked for one noun, or one thing', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await assign(chen, { key, organization: health.slug }))
  const note = valueIn(await annotate(chen, { key, body: 'A note.' }))
  await editAnnotation(chen, { id: note.id, body: 'A better note.', version: 1 })

  const asked = async (wanted: object) => (await historyOf(chen, { key, ...wanted })).items.map(({ kind }) => kind)

  expect(await asked({ noun: 'annotation' })).toEqual(['annotation.edited', 'annotation.added'])
  expect(await asked({ noun: 'nothing' })).toEqual([])
  expect(await asked({ subject: { type: 'assignment', id } })).toEqual(['assignment.made'])
})

test('what concerns one organization is told to it, and to those who may read all', async () => {
  const { key } = await givenRecommendation()
  await annotate(amina, { key, body: 'Among us.', audience: 'organization' })

  for (const actor of [amina, dita, elif, chen, faisal])
    expect(await kindsFor(actor, key)).toEqual(['annotation.added'])
  expect(await kindsFor(bruno, key)).toEqual([])
})

test('of people and their tokens only those hear who keep the record', async () => {
  await givenPeople()
  const subjectId = newId()
  await change(faisal, async ({ record }) => {
    record({ kind: 'user.disabled', subjectId, body: { before: null, after: null } })
    record({ kind: 'token.revoked', subjectId, body: { before: null, after: { userId: subjectId } } })
    return ok(null)
  })
  const heardBy = async (actor: Actor) =>
    (await historyOf(actor)).items.filter(({ subject }) => subject.id === subjectId).length

  for (const actor of [chen, faisal]) expect(await heardBy(actor), actor.role).toBe(2)
  for (const actor of [amina, bruno, dita, elif]) expect(await heardBy(actor), actor.role).toBe(0)
})

test('of what stands in an archived document only those hear who keep the record', async () => {
  const { key, documentId } = await givenRecommendation()
  await annotate(chen, { key, body: 'A note.' })
  await change(chen, async ({ tx, record }) => {
    await tx.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
    const body = { before: { archived: false }, after: { archived: true } }
    record({ kind: 'document.archived', subjectId: documentId, body })
    return ok(null)
  })
  const heardBy = async (actor: Actor) =>
    (await historyOf(actor, { subject: { type: 'document', id: documentId } })).items.length

  for (const actor of [chen, faisal]) {
    expect(await kindsFor(actor, key), actor.role).toEqual(['annotation.added'])
    expect(await heardBy(actor), actor.role).toBe(1)
  }
  for (const actor of [amina, bruno, dita, elif]) {
    expect(await kindsFor(actor, key), actor.role).toEqual([])
    expect(await heardBy(actor), actor.role).toBe(0)
  }
})

test('programs are not told the hashes of what people wrote', async () => {
  const { key } = await givenRecommendation()
  await annotate(chen, { key, body: 'yes' })
  expect(JSON.stringify(valueIn(await historyOfRecommendation(dita, key, {})))).not.toContain('sha256')
})
