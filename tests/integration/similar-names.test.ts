import { beforeAll, expect, test } from 'vitest'
import { assignParties } from '@/lib/assignments/assign-parties'
import { addGroup } from '@/lib/organizations/add-group'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { renameGroup } from '@/lib/organizations/rename-group'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { renameSelf } from '@/lib/people/rename-self'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, givenRecommendation, people } from '../support/given'
import { bodyOf, freshName, imitated } from '../support/imitated-names'
import { answerOf, givenGroup, givenOrganization, refusal } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

const ofOrganization = (field: string, confirm: string) => ({
  reason: 'invalid',
  errors: [{ field, code: 'organization_looks_like', params: { confirm } }],
})

test('a name that looks like another organization’s is refused at every door, and an administrator may confirm it', async () => {
  const one = await givenOrganization({ name: freshName() })
  const name = imitated(one.name)
  const other = await givenOrganization()
  const recommendation = await givenRecommendation()
  const parties = [{ organization: other.name }, { organization: name }]

  const doors = [
    ['name', addOrganization, () => ({ id: newId(), name })],
    ['name', renameOrganization, () => ({ slug: other.slug, name, version: 1 })],
    ['names.1', addOrganizations, () => ({ names: [one.name, name] })],
    ['names.1', addMembers, async () => ({ group: (await givenGroup()).slug, names: [other.name, name] })],
    ['parties.1.organization', assignParties, () => ({ key: recommendation.key, parties, addMissing: true })],
  ] as const
  for (const [field, command, input] of doors) {
    expect(await command(chen, { ...(await input()), confirmSimilar: true })).toMatchObject(ofOrganization(field, 'no'))
    expect(await command(faisal, await input())).toMatchObject(ofOrganization(field, 'yes'))

    const confirmed = { ...(await input()), confirmSimilar: true }
    expect(await command(faisal, confirmed), command.name).toMatchObject({ ok: true, changed: true })
    const made = await db.organization.findFirstOrThrow({ where: { name } })
    const told = await bodyOf(made.id, command === renameOrganization ? 'organization.renamed' : 'organization.added')
    expect(told).toMatchObject({ after: { name, similarTo: one.id } })
    await db.organization.update({ where: { id: made.id }, data: { name: freshName() } })
  }
})

test('a confirmed organization that is sent again without the confirmation is there once', async () => {
  const name = imitated((await givenOrganization({ name: freshName() })).name)
  const asked = { id: newId(), name }
  const made = answerOf(await addOrganization(faisal, { ...asked, confirmSimilar: true }))
  expect(await addOrganization(faisal, asked)).toEqual({ ok: true, changed: false, value: made })
})

test('names in one list that look alike are refused, and their owner may still spell a name otherwise', async () => {
  const name = freshName()
  expect(await addOrganizations(chen, { names: [name, imitated(name)] })).toMatchObject(ofOrganization('names.1', 'no'))

  const one = await givenOrganization({ name })
  await db.organization.update({ where: { id: (await givenOrganization()).id }, data: { name: imitated(name) } })
  const renamed = { slug: one.slug, name: name.toUpperCase().replace('PEACE', 'Peace'), version: 1 }
  expect(await renameOrganization(chen, renamed)).toMatchObject({ ok: true })
})

test('an organization comes back only with a confirmation where another one looks like it by now', async () => {
  const name = freshName()
  const { id, slug } = await givenOrganization({ name: imitated(name) })
  await archiveOrganization(chen, { slug })
  const other = { id: newId(), name }
  expect(await addOrganization(chen, other)).toMatchObject({ ok: true })
  expect(await refusal(restoreOrganization, chen, { slug, confirmSimilar: true })).toMatchObject({
    code: 'organization_looks_like',
    untouched: true,
  })
  expect(await restoreOrganization(faisal, { slug, confirmSimilar: true })).toMatchObject({ ok: true })
  expect(await bodyOf(id, 'organization.restored')).toMatchObject({ after: { archived: false, similarTo: other.id } })
})

test('a group takes no name that looks like that of a group or an organization, unless confirmed', async () => {
  const organization = await givenOrganization({ name: freshName() })
  const group = await givenGroup()
  await db.group.update({ where: { id: group.id }, data: { name: freshName() } })
  const known = await db.group.findUniqueOrThrow({ where: { id: group.id } })

  for (const { id: similarTo, name: taken } of [organization, known]) {
    const name = imitated(taken)
    const renaming = { slug: (await givenGroup()).slug, name, version: 1 }
    for (const [command, input] of [
      [addGroup, { id: newId(), name }],
      [renameGroup, renaming],
    ] as const) {
      expect(await command(chen, { ...input, confirmSimilar: true })).toMatchObject(ofOrganization('name', 'no'))
      expect(await command(faisal, input)).toMatchObject(ofOrganization('name', 'yes'))
    }
    const id = newId()
    expect(await addGroup(faisal, { id, name, confirmSimilar: true })).toMatchObject({ ok: true })
    expect(await bodyOf(id, 'group.added')).toMatchObject({ after: { name, similarTo } })
  }
  expect(await addOrganization(chen, { id: newId(), name: imitated(known.name) })).toMatchObject(
    ofOrganization('name', 'no'),
  )
})

test('a group and an organization have one name only where an administrator confirms it', async () => {
  const organization = await givenOrganization({ name: freshName() })
  const group = await givenGroup()
  const refusedBy = (code: string, field = 'name') => ({ errors: [{ field, code }] })

  const toGroup = { id: newId(), name: organization.name.toUpperCase() }
  const renamed = { slug: group.slug, name: organization.name, version: 1 }
  expect(await addGroup(chen, toGroup)).toMatchObject(refusedBy('name_of_organization'))
  expect(await renameGroup(chen, renamed)).toMatchObject(refusedBy('name_of_organization'))
  expect(await addGroup(faisal, { ...toGroup, confirmSimilar: true })).toMatchObject({ ok: true })
  expect(await bodyOf(toGroup.id, 'group.added')).toMatchObject({ after: { similarTo: organization.id } })

  const { name } = group
  expect(await addOrganization(chen, { id: newId(), name })).toMatchObject(refusedBy('name_of_group'))
  expect(await addOrganizations(chen, { names: [name] })).toMatchObject(refusedBy('name_of_group', 'names.0'))
  const { slug } = await givenOrganization({ name, archived: true })
  expect(await restoreOrganization(chen, { slug })).toMatchObject({ code: 'name_of_group' })
  expect(await addOrganization(faisal, { id: newId(), name: `${name}.`, confirmSimilar: true })).toMatchObject({
    code: 'organization_archived',
  })
})

test('a name that is too long when its characters are spelled out is refused at every door', async () => {
  const name = 'ﷺ'.repeat(12)
  const group = await givenGroup()
  const { key } = await givenRecommendation()
  const refused = (field: string) => ({
    reason: 'invalid',
    errors: [{ field, code: 'spelled_out_too_long', params: { maximum: 200 } }],
  })
  const version = 1
  expect(await addOrganization(chen, { id: newId(), name })).toMatchObject(refused('name'))
  expect(await addOrganizations(chen, { names: [freshName(), name] })).toMatchObject(refused('names.1'))
  expect(await addMembers(chen, { group: group.slug, names: [name] })).toMatchObject(refused('names.0'))
  expect(await addGroup(chen, { id: newId(), name })).toMatchObject(refused('name'))
  expect(await renameGroup(chen, { slug: group.slug, name, version })).toMatchObject(refused('name'))
  const parties = [{ organization: name }]
  expect(await assignParties(chen, { key, parties, addMissing: true })).toMatchObject(refused('parties.0.organization'))
  expect(await renameSelf(chen, { name, version })).toMatchObject(refused('name'))
})
