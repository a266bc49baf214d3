import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import type { Actor } from '@/lib/domain/actor'
import { change } from '@/lib/history/change'
import { countHistory, historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { renameSelf } from '@/lib/people/rename-self'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { ok } from '@/lib/platform/result'
import { historyOfRecommendation } from '@/lib/recommendations/history'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, elif, faisal } = people
const { health, finance } = organizations

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
      said: 'It began.',
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

test('the chronicle calls everything by its name, also what has gone, and gives the words themselves', async () => {
  const { key } = await givenRecommendation()
  const kept = valueIn(await assign(chen, { key, organization: health.slug, dueOn: '2026-09-01', confirmPast: true }))
  const gone = valueIn(await assign(chen, { key, organization: finance.slug }))
  await removeAssignment(chen, { id: gone.id })
  await reportProgress(amina, {
    assignmentId: kept.id,
    progress: 'in_progress',
    narrative: 'The bill is in parliament.',
  })
  await closeAssignment(chen, { id: kept.id, closure: 'superseded', reason: 'A later report asks for more.' })

  const { entries } = await timelineOf(dita, { key })

  expect(entries.map(({ sentence }) => sentence)).toEqual([
    'chen closed the assignment of Ministry of Health: Superseded',
    'amina reported progress for Ministry of Health',
    'chen removed the assignment of Ministry of Finance',
    'chen assigned Ministry of Finance',
    'chen assigned Ministry of Health, due 1 September 2026',
  ])
  expect(entries.map(({ said }) => said)).toEqual(
    expect.arrayContaining(['A later report asks for more.', 'The bill is in parliament.']),
  )
})

test('the chronicle no longer shows the words of a note that was withdrawn', async () => {
  const { key } = await givenRecommendation()
  const { id } = valueIn(await annotate(amina, { key, body: 'A slip of the pen.' }))
  await withdrawAnnotation(amina, { id })

  expect(JSON.stringify(await timelineOf(chen, { key }))).not.toContain('slip')
})

test('what one change did to many is one line, whole on whichever page it begins, and takes no other line’s place', async () => {
  const { key } = await givenRecommendation()
  const slugs = Array.from({ length: 30 }, (_, number) => `state-${newId()}-${number}`)
  await db.organization.createMany({ data: slugs.map((slug) => ({ slug, name: slug })) })
  await annotate(chen, { key, body: 'Before.' })
  await assignParties(chen, { key, parties: slugs.map((organization) => ({ organization })), dueOn: '2027-03-31' })
  await annotate(chen, { key, body: 'After.' })

  const first = await timelineOf(chen, { key, limit: 2 })
  const second = await timelineOf(chen, { key, limit: 2, after: first.next ?? 0 })

  expect(first.entries.map(({ sentence }) => sentence)).toEqual([
    'chen added an annotation',
    'chen assigned 30 organizations, due 31 March 2027',
  ])
  expect(first.entries[1]?.whom).toMatch(/ and 18 others$/)
  expect(second.entries.map(({ sentence }) => sentence)).toEqual(['chen added an annotation'])
  expect((await timelineOf(chen, { key, limit: 5 })).entries).toEqual([...first.entries, ...second.entries])
})

test('one change to many says what stood before and after, like a change to one', async () => {
  const { key } = await givenRecommendation()
  await assign(chen, { key, organization: health.slug })
  await assign(chen, { key, organization: finance.slug, dueOn: '2027-03-31' })
  await setDueDate(chen, { key, dueOn: '2027-06-30', reason: 'The ministry asked for it.' })

  const [line] = (await timelineOf(dita, { key })).entries
  expect(line?.sentence).toBe('chen changed the due date of 2 assignments')
  expect(line?.pairs).toEqual([
    {
      label: 'Due date',
      before: expect.stringMatching(/31 March 2027 \(Ministry of Finance\).*|No date \(Ministry of Health\).*/),
      after: '30 June 2027',
    },
  ])
})

test('people and parties are called as they were then, and a new name is told with the old one', async () => {
  const { key } = await givenRecommendation()
  const organization = await givenOrganization({ name: `Office before ${key}` })
  const person = await givenPerson({ name: 'Ana Before', role: 'coordinator' })
  valueIn(await assign(person, { key, organization: organization.slug }))
  const renamed = { slug: organization.slug, name: `Office after ${key}`, version: 1 }
  valueIn(await renameOrganization(chen, renamed))
  valueIn(await renameSelf(person, { name: 'Ana After', version: 1 }))
  await annotate(person, { key, body: 'A note.' })

  const { entries } = await timelineOf(chen, { key })
  expect(entries.map(({ sentence }) => sentence)).toEqual([
    'Ana After added an annotation',
    `Ana Before assigned Office before ${key}`,
  ])
  const subject = { type: 'user', id: person.id }
  const [line] = (await timelineOf(chen, { subject })).entries
  expect(line).toMatchObject({ sentence: 'Ana Before is now called Ana After' })
  expect((await historyOf(chen, { subject })).items[0]).toMatchObject({
    kind: 'user.renamed',
    renamed: { from: 'Ana Before', to: 'Ana After' },
    before: null,
    after: null,
  })
})

test('of an archived organization only those hear who keep the record; of one that was merged, everybody', async () => {
  const [one, into] = [valueIn(await addOrganization(chen, { id: newId(), name: `Secret ${newId()}` })), health]
  const group = valueIn(await addGroup(chen, { id: newId(), name: `Group ${newId()}` }))
  valueIn(await addMembers(chen, { group: group.slug, organizations: [one.slug] }))
  valueIn(await archiveOrganization(chen, { slug: one.slug }))
  const heard = async (actor: Actor) =>
    JSON.stringify([await historyOf(actor, { limit: 8 }), await timelineOf(actor, { limit: 8 })]).includes(one.name)

  for (const actor of [chen, faisal]) expect(await heard(actor), actor.role).toBe(true)
  for (const actor of [amina, bruno, dita, elif]) expect(await heard(actor), actor.role).toBe(false)

  valueIn(await restoreOrganization(chen, { slug: one.slug }))
  valueIn(await mergeOrganization(chen, { slug: one.slug, into: into.slug }))
  expect(await heard(dita)).toBe(true)
})

test('a note for one organization does not show to others that the recommendation has one', async () => {
  const { id, key } = await givenRecommendation()
  const changedAt = async () =>
    (await db.recommendationActivity.findUniqueOrThrow({ where: { recommendationId: id } })).changedAt
  const before = await changedAt()
  const note = valueIn(await annotate(amina, { key, body: 'Ours.', audience: 'organization' }))
  await editAnnotation(amina, { id: note.id, body: 'Ours alone.', version: 1 })
  expect(await changedAt()).toEqual(before)
  await annotate(amina, { key, body: 'For all.' })
  expect(await changedAt()).not.toEqual(before)
})

test('programs are not told the hashes of what people wrote', async () => {
  const { key } = await givenRecommendation()
  await annotate(chen, { key, body: 'yes' })
  expect(JSON.stringify(valueIn(await historyOfRecommendation(dita, key, {})))).not.toContain('sha256')
})
