import { beforeAll, expect, test } from 'vitest'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, people } from '../support/given'
import { answerOf, givenOrganization, outsiders, refusal } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

test('a coordinator adds an organization, its address follows from its name, and the history says so', async () => {
  const id = newId()

  const added = await addOrganization(chen, { id, name: '  Agência   Brasileira de Cooperação ' })

  const organization = {
    slug: 'agencia-brasileira-de-cooperacao',
    name: 'Agência Brasileira de Cooperação',
    version: 1,
  }
  expect(added).toMatchObject({ ok: true, changed: true, value: organization })
  expect(await eventsOf(id)).toEqual([
    {
      kind: 'organization.added',
      actorId: chen.id,
      audience: 'internal',
      body: { before: null, after: { slug: organization.slug, name: organization.name } },
    },
  ])
})

test('a name without Latin letters, and a second name that reads the same, get addresses of their own', async () => {
  const added = await addOrganizations(faisal, {
    names: ['Министерство здравоохранения', 'Agency A/B', 'Agency A-B', 'وزارة الصحة'],
  })

  expect(answerOf(added).rows.map(({ organization }) => organization.slug)).toEqual([
    'organization',
    'agency-a-b',
    'agency-a-b-2',
    'organization-2',
  ])
})

test('a double click adds one, and both clicks succeed', async () => {
  const click = { id: newId(), name: 'Clicked Twice' }

  const results = await Promise.all([addOrganization(chen, click), addOrganization(chen, click)])

  expect(results).toMatchObject([
    { ok: true, value: { name: click.name } },
    { ok: true, value: { name: click.name } },
  ])
  expect(await eventsOf(click.id)).toHaveLength(1)
})

test('two who add the same name at once make one organization', async () => {
  const names = ['At Once', 'At once too']

  const results = await Promise.all([chen, faisal, chen, faisal].map((actor) => addOrganizations(actor, { names })))

  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(await db.organization.count({ where: { name: { in: names } } })).toBe(2)
})

test('a pasted list says row by row what was made and what was there, whatever the case', async () => {
  const pasted = await addOrganizations(chen, { names: ['MINISTRY OF HEALTH', 'INTERPOL', 'Interpol'] })

  expect(answerOf(pasted).rows).toEqual([
    {
      name: 'MINISTRY OF HEALTH',
      organization: { slug: 'ministry-of-health', name: 'Ministry of Health' },
      outcome: 'found',
    },
    { name: 'INTERPOL', organization: { slug: 'interpol', name: 'INTERPOL' }, outcome: 'made' },
    { name: 'Interpol', organization: { slug: 'interpol', name: 'INTERPOL' }, outcome: 'made' },
  ])
  expect(await addOrganizations(chen, { names: ['interpol'] })).toMatchObject({ ok: true, changed: false })
})

test('a new name leaves the address as it is', async () => {
  const { id, slug, name } = await givenOrganization()

  const renamed = await renameOrganization(chen, { slug, name: 'Renamed Agency', version: '1' })

  expect(renamed).toMatchObject({ ok: true, value: { slug, name: 'Renamed Agency', version: 2 } })
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'organization.renamed', body: { before: { name }, after: { name: 'Renamed Agency' } } },
  ])
  expect(await renameOrganization(chen, { slug, name: 'Renamed Agency', version: 1 })).toMatchObject({
    ok: true,
    changed: false,
  })
})

const commands = [
  { command: addOrganization, input: () => ({ name: 'Not By Them' }) },
  { command: addOrganizations, input: () => ({ names: ['Not By Them'] }) },
  { command: renameOrganization, input: (slug: string) => ({ slug, name: 'Not By Them', version: 1 }) },
  { command: archiveOrganization, input: (slug: string) => ({ slug }) },
  { command: restoreOrganization, input: (slug: string) => ({ slug }) },
]
for (const { command, input } of commands) {
  test(`only who keeps the record may: ${command.name}`, async () => {
    const { slug } = await givenOrganization()
    for (const actor of outsiders) {
      expect(await refusal(command, actor, input(slug))).toEqual({
        code: 'organization_forbidden',
        reason: 'forbidden',
        untouched: true,
      })
    }
  })
}

const refusals = [
  { rule: 'a blank name is none', command: addOrganization, input: { name: ' ' }, code: 'name: organization_missing' },
  {
    rule: 'an unknown field is refused',
    command: addOrganization,
    input: { name: 'A', color: 'red' },
    code: 'color: field_unknown',
  },
  {
    rule: 'an address has its form',
    command: addOrganization,
    input: { name: 'A', slug: 'A b' },
    code: 'slug: slug_unreadable',
  },
  {
    rule: 'a name is given once',
    command: addOrganization,
    input: { name: 'ministry of HEALTH' },
    code: 'organization_exists',
  },
  {
    rule: 'an address is given once',
    command: addOrganization,
    input: { name: 'A', slug: 'ministry-of-health' },
    code: 'slug_taken',
  },
  { rule: 'an empty list is none', command: addOrganizations, input: { names: [] }, code: 'names: names_missing' },
  {
    rule: 'each line that is wrong is named',
    command: addOrganizations,
    input: { names: ['A', '\0', 'x'.repeat(201)] },
    code: 'names.1: text_unreadable, names.2: text_too_long',
  },
  {
    rule: 'what is not there can have no name',
    command: renameOrganization,
    input: { slug: 'nobody', name: 'A', version: 1 },
    code: 'organization_not_found',
  },
  {
    rule: 'a stale page renames nothing',
    command: renameOrganization,
    input: { slug: 'ministry-of-health', name: 'A', version: 7 },
    code: 'organization_changed',
  },
  {
    rule: 'a name that another has is taken',
    command: renameOrganization,
    input: { slug: 'ministry-of-health', name: 'ministry of finance', version: 1 },
    code: 'organization_exists',
  },
  {
    rule: 'what is not there is not archived',
    command: archiveOrganization,
    input: { slug: 'nobody' },
    code: 'organization_not_found',
  },
]
for (const { rule, command, input, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    expect(await refusal(command, chen, input)).toMatchObject({ code, untouched: true })
  })
}

test('a name sent before under the same id is another one', async () => {
  const id = newId()
  await addOrganization(chen, { id, name: 'First Sent' })

  expect(await refusal(addOrganization, chen, { id, name: 'Then Sent' })).toMatchObject({
    code: 'organization_sent_before',
  })
})
