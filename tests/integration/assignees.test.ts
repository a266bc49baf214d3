import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { assigneesFor, everyOwner, ownersFor, successorsOf } from '@/lib/assignments/assignees'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { type Actor, keepsTheRecord } from '@/lib/domain/actor'
import { db } from '@/lib/platform/db'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { emailOf, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenGroup, givenOrganization } from '../support/places'

const { chen } = people
const { health, finance } = organizations

/** A group of so many new organizations. */
async function givenMany(size: number) {
  const members = await Promise.all(Array.from({ length: size }, () => givenOrganization()))
  return { ...(await givenGroup(...members)), members }
}

const ofHealth = ({ organizationIds }: Actor) => organizationIds.includes(health.id)

test('whom one can assign it to: those that don’t owe it yet, and the people who can own', async () => {
  const { key } = await givenRecommendation()
  const { slug, name } = await givenMany(1)
  const { id, version } = valueIn(await assign(chen, { key, organization: health.slug }))

  const { organizations, groups, people: able } = await assigneesFor(chen, key)
  expect(organizations.map(({ slug }) => slug)).toContain(finance.slug)
  expect(organizations.map(({ slug }) => slug)).not.toContain(health.slug)
  expect(groups).toContainEqual({ slug, name, count: 1 })
  expect(able).toContainEqual({ email: emailOf('amina'), name: 'amina', organizations: ['Ministry of Health'] })
  expect(able.map(({ email }) => email)).not.toContain(emailOf('elif'))

  const owners = await ownersFor(chen, health.id)
  const can = Object.entries(people).filter(([, person]) => keepsTheRecord(person) || ofHealth(person))
  expect(owners.map(({ name }) => name)).toEqual(can.map(([name]) => name).sort())
  for (const { email } of owners) {
    const current = (await findRecommendationView(chen, key))?.rows[0]?.assignment.version ?? version
    expect(await changeAssignment(chen, { id, owner: email, version: current })).toMatchObject({ ok: true })
  }
})

test('only those who may choose are offered anybody', async () => {
  const { key } = await givenRecommendation()
  const { amina, bruno, dita, elif } = people
  for (const actor of [amina, dita, elif]) {
    expect(await assigneesFor(actor, key)).toEqual({ organizations: [], groups: [], people: [] })
    expect([await successorsOf(actor, amina.id), await everyOwner(actor)]).toEqual([[], undefined])
  }
  for (const actor of [bruno, dita, elif]) expect(await ownersFor(actor, health.id)).toEqual([])
  expect((await ownersFor(amina, health.id)).length).toBeGreaterThan(0)
})

test('those that the text is addressed to are offered first', async () => {
  const { key, id } = await givenRecommendation()
  const { members } = await givenMany(30)
  const last = members.toSorted((one, other) => one.name.localeCompare(other.name)).at(-1)
  await db.addressee.create({
    data: { recommendationId: id, position: 1, words: 'Zz', organizationId: last?.id ?? null },
  })

  const { organizations } = await assigneesFor(chen, key)
  expect(organizations[0]?.slug).toBe(last?.slug)
})
