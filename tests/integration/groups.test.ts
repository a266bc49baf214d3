import { beforeAll, expect, test } from 'vitest'
import { addGroup } from '@/lib/organizations/add-group'
import { addMemberStates } from '@/lib/organizations/add-member-states'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { removeMembers } from '@/lib/organizations/remove-members'
import { renameGroup } from '@/lib/organizations/rename-group'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, organizations, people } from '../support/given'
import { answerOf, givenGroup, givenOrganization, outsiders, refusal } from '../support/places'

const { chen, faisal } = people
const { health, finance } = organizations

beforeAll(givenPeople)

test('a coordinator adds a group, without members yet', async () => {
  const id = newId()

  const added = await addGroup(chen, { id, name: 'Landlocked countries' })

  expect(added).toMatchObject({
    ok: true,
    value: { slug: 'landlocked-countries', name: 'Landlocked countries', members: 0, version: 1 },
  })
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['group.added'])
  expect(await addGroup(chen, { id, name: 'Landlocked countries' })).toMatchObject({ ok: true, changed: false })
})

test('members come by address and by name, found or made, and the answer says which', async () => {
  const group = await givenGroup(health)
  const added = await addMembers(chen, {
    group: group.slug,
    organizations: [health.slug],
    names: ['Ministry of Finance', 'Ministry of Tides'],
  })

  expect(answerOf(added)).toMatchObject({
    group: { slug: group.slug, members: 3 },
    rows: [
      { organization: { slug: health.slug }, outcome: 'already' },
      { organization: { slug: finance.slug }, outcome: 'added' },
      { organization: { slug: 'ministry-of-tides', name: 'Ministry of Tides' }, outcome: 'made' },
    ],
  })
  const tides = await db.organization.findUniqueOrThrow({ where: { slug: 'ministry-of-tides' } })
  expect(await eventsOf(group.id)).toMatchObject([
    { kind: 'group.members_added', body: { after: { organizationIds: [finance.id, tides.id] } } },
  ])
  expect((await eventsOf(tides.id)).map(({ kind }) => kind)).toEqual(['organization.added'])
  expect(await addMembers(chen, { group: group.slug, organizations: [health.slug] })).toMatchObject({ changed: false })
})

test('members leave, and what was archived counts no more', async () => {
  const agency = await givenOrganization()
  const group = await givenGroup(health, finance, agency)

  await archiveOrganization(chen, { slug: agency.slug })
  const removed = await removeMembers(chen, { group: group.slug, organizations: [health.slug] })

  expect(answerOf(removed)).toMatchObject({ slug: group.slug, members: 1 })
  expect(await eventsOf(group.id)).toMatchObject([
    { kind: 'group.members_removed', body: { before: { organizationIds: [health.id] }, after: null } },
  ])
  expect(await removeMembers(chen, { group: group.slug, organizations: [health.slug] })).toMatchObject({
    changed: false,
  })
})

test('a member leaves by the old slug of an organization that was merged into it, and also where it is archived', async () => {
  const [merged, survivor, archived] = [await givenOrganization(), await givenOrganization(), await givenOrganization()]
  const group = await givenGroup(merged, survivor, archived)
  answerOf(await mergeOrganization(chen, { slug: merged.slug, into: survivor.slug }))
  answerOf(await archiveOrganization(chen, { slug: archived.slug }))

  const left = [merged.slug, archived.slug]
  const removed = await removeMembers(chen, { group: group.slug, organizations: left })

  expect(answerOf(removed)).toMatchObject({ members: 0 })
  expect(await db.groupMember.count({ where: { groupId: group.id } })).toBe(0)
})

test('the 193 Member States come in one step, those known under another name as they are, and only once', async () => {
  const group = await givenGroup()
  await addOrganizations(chen, { names: ['Vietnam', 'france'] })

  const added = answerOf(await addMemberStates(chen, { group: group.slug }))

  expect(added.group.members).toBe(193)
  expect(added.rows).toHaveLength(193)
  expect(added.rows.filter(({ outcome }) => outcome === 'made')).toHaveLength(191)
  expect(await db.organization.findMany({ where: { slug: { in: ['vietnam', 'viet-nam', 'france'] } } })).toHaveLength(2)
  expect(await addMemberStates(faisal, { group: group.slug })).toMatchObject({ ok: true, changed: false })
  expect(await eventsOf(group.id)).toHaveLength(1)
})

test('a group is renamed, and its address stays', async () => {
  const { slug } = await givenGroup()

  expect(await renameGroup(chen, { slug, name: 'Renamed Group', version: 1 })).toMatchObject({
    ok: true,
    value: { slug, name: 'Renamed Group', version: 2 },
  })
})

const commands = [
  { command: addGroup, input: () => ({ name: 'Not By Them' }) },
  { command: renameGroup, input: (group: string) => ({ slug: group, name: 'Not By Them', version: 1 }) },
  { command: addMembers, input: (group: string) => ({ group, names: ['Not By Them'] }) },
  { command: addMemberStates, input: (group: string) => ({ group }) },
  { command: removeMembers, input: (group: string) => ({ group, organizations: [health.slug] }) },
]
for (const { command, input } of commands) {
  test(`only who keeps the record may: ${command.name}`, async () => {
    const { slug } = await givenGroup(health)
    for (const actor of outsiders) {
      const refused = { code: 'group_forbidden', reason: 'forbidden', untouched: true }
      expect(await refusal(command, actor, input(slug))).toEqual(refused)
    }
  })
}

const refusals = [
  { rule: 'a group needs a name', command: addGroup, input: () => ({ name: '' }), code: 'name: group_missing' },
  {
    rule: 'the group must be there',
    command: addMembers,
    input: () => ({ group: 'none', names: ['A'] }),
    code: 'group_not_found',
  },
  {
    rule: 'States need a group that is there',
    command: addMemberStates,
    input: () => ({ group: 'none' }),
    code: 'group_not_found',
  },
  {
    rule: 'somebody must be named',
    command: addMembers,
    input: (group: string) => ({ group }),
    code: 'names: names_missing',
  },
  {
    rule: 'whom nobody knows is named',
    command: addMembers,
    input: (group: string) => ({ group, organizations: [health.slug, 'nobody'], names: ['Fresh Agency'] }),
    code: 'organizations.1: organization_unknown',
  },
  {
    rule: 'one leaves who was there',
    command: removeMembers,
    input: (group: string) => ({ group, organizations: ['nobody'] }),
    code: 'organizations.0: organization_unknown',
  },
  {
    rule: 'a stale page renames nothing',
    command: renameGroup,
    input: (slug: string) => ({ slug, name: 'Late', version: 3 }),
    code: 'group_changed',
  },
]
for (const { rule, command, input, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const { slug } = await givenGroup(finance)
    expect(await refusal(command, chen, input(slug))).toMatchObject({ code, untouched: true })
  })
}

test('a name and an address of a group are given once', async () => {
  const { slug, name } = await givenGroup()
  const other = await givenGroup()

  expect(await refusal(addGroup, chen, { name: name.toUpperCase() })).toMatchObject({
    code: 'group_exists',
    untouched: true,
  })
  expect(await refusal(addGroup, chen, { name: 'Else', slug })).toMatchObject({ code: 'slug_taken', untouched: true })
  const rename = { slug: other.slug, name, version: 1 }
  expect(await refusal(renameGroup, chen, rename)).toMatchObject({ code: 'group_exists', untouched: true })
})
