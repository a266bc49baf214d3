import { expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { setDueDate } from '@/lib/assignments/set-due-date'
import type { Actor } from '@/lib/domain/actor'
import { historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { renameSelf } from '@/lib/people/rename-self'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, elif, faisal } = people
const { health, finance } = organizations

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
  expect(entries.map(({ text }) => text)).toEqual(
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

test('of many with the same values all are counted, and the first are named', async () => {
  const { key } = await givenRecommendation()
  const names = Array.from({ length: 20 }, (_, number) => `State ${newId()} ${number}`)
  const { rows } = valueIn(await addOrganizations(chen, { names }))
  expect((await timelineOf(chen, { limit: 1 })).entries[0]?.whom).toMatch(/ and 8 others$/)

  const parties = rows.map(({ organization }) => ({ organization: organization.slug }))
  await assignParties(chen, { key, parties, dueOn: '2027-03-31' })
  await setDueDate(chen, { key, dueOn: '2027-06-30', reason: 'The States asked for it.' })
  const [changed, made] = (await timelineOf(chen, { key })).entries
  for (const line of [changed, made]) expect(line?.whom).toMatch(/ and 8 others$/)
  expect(changed?.pairs).toMatchObject([{ before: '31 March 2027', after: '30 June 2027' }])
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
