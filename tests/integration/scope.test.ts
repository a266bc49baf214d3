import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { readFilters } from '@/lib/register/filters'
import { scopeOf } from '@/lib/register/scope'
import { givenAssignment, givenPeople, givenRecommendation, organizations, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenOrganization } from '../support/places'

const { amina, bruno, chen, dita, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

async function found(actor: typeof chen, asked: { owner: string } | { organization: string }) {
  const filters = readFilters(new URLSearchParams(asked))
  const scope = filters.ok ? await scopeOf(actor, filters.value) : filters
  if (scope.ok) return scope.value.owner?.id ?? scope.value.organization?.id
  return scope.reason === 'invalid' && scope.errors.map(({ code }) => code).join()
}

async function givenOwner(ownerId: string, archived = false) {
  const { id } = await givenAssignment({ to: finance, of: await givenRecommendation({ archived }) })
  await db.assignment.update({ where: { id }, data: { ownerId } })
}

test('an owner whom one may not know of, and who owns nothing, is nobody', async () => {
  const { id, email } = await givenPerson({ organizationIds: [finance.id], invited: true })
  for (const owner of [email, email.toUpperCase(), id]) {
    expect(await found(dita, { owner })).toBe('owner_unknown')
    expect(await found(amina, { owner })).toBe('owner_unknown')
    for (const actor of [bruno, chen, faisal]) expect(await found(actor, { owner }), actor.role).toBe(id)
  }
})

test('oneself and who keeps the record are found by everybody, somebody whose account is closed is not', async () => {
  expect(await found(dita, { owner: dita.id })).toBe(dita.id)
  expect(await found(dita, { owner: chen.id })).toBe(chen.id)
  const { id } = await givenPerson({ organizationIds: [finance.id] })
  await db.user.update({ where: { id }, data: { disabledAt: new Date() } })
  expect(await found(bruno, { owner: id })).toBe('owner_unknown')
  expect(await found(chen, { owner: id })).toBe(id)
})

test('whom the lists name as an owner is found by their id by everybody who sees those', async () => {
  const { id } = await givenPerson({ organizationIds: [finance.id] })
  await givenOwner(id, true)
  expect(await found(dita, { owner: id })).toBe('owner_unknown')
  await givenOwner(id)
  expect(await found(dita, { owner: id })).toBe(id)
})

test('an email address finds only whom one may know of, also where the lists name them', async () => {
  const { id, email } = await givenPerson({ organizationIds: [finance.id] })
  await givenOwner(id)
  for (const actor of [dita, amina]) {
    for (const owner of [email, email.toUpperCase()]) expect(await found(actor, { owner })).toBe('owner_unknown')
  }
  for (const actor of [bruno, chen]) expect(await found(actor, { owner: email })).toBe(id)
})

test('an archived organization is found by who keeps the record, and a merged one leads to the other', async () => {
  const archived = { name: `Office ${newId()}`, slug: newId(), archivedAt: new Date() }
  const { id, slug } = await db.organization.create({ data: archived })
  expect(await found(dita, { organization: slug })).toBe('organization_unknown')
  expect(await found(chen, { organization: slug })).toBe(id)

  await db.organization.update({ where: { id }, data: { mergedIntoId: health.id } })
  expect(await found(dita, { organization: slug })).toBe(health.id)
})

test('an archived organization that the lists name is found by everybody', async () => {
  const { id, slug } = await givenOrganization()
  await givenAssignment({ to: { id }, closed: true, of: await givenRecommendation({ archived: true }) })
  await db.organization.update({ where: { id }, data: { archivedAt: new Date() } })
  expect(await found(dita, { organization: slug })).toBe('organization_unknown')

  await givenAssignment({ to: { id }, closed: true })
  expect(await found(dita, { organization: slug })).toBe(id)
})
