import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ownersFor } from '@/lib/assignments/assignees'
import { migrate } from '@/lib/cli/migrate'
import { addGroup } from '@/lib/organizations/add-group'
import { addMemberStates } from '@/lib/organizations/add-member-states'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { findOrganization, findOrganizations } from '@/lib/organizations/find'
import { findGroupPage, listGroups } from '@/lib/organizations/group-queries'
import { listOrganizations } from '@/lib/organizations/queries'
import { renameGroup } from '@/lib/organizations/rename-group'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { typedParties } from '@/lib/organizations/typed-parties'
import { listPeople } from '@/lib/people/queries'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { facetsOf } from '@/lib/register/facets'
import { optionsOf } from '@/lib/register/filter-options'
import { readFilters } from '@/lib/register/filters'
import { groupsOf } from '@/lib/register/grouped-list'
import { scopeOf } from '@/lib/register/scope'
import { emptyDatabase } from '../support/empty-database'
import { givenPeople, givenRecommendation, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { listed } from '../support/listed'
import { answerOf, givenGroup, givenOrganization } from '../support/places'

const { chen, faisal } = people

beforeAll(givenPeople)

/** Each as it is known, and other ways in which people and programs write it. */
const written = {
  "Côte d'Ivoire": ['Côte d’Ivoire', 'Côte dʼIvoire', 'Co\u0302te d`Ivoire', 'CÔTE D´IVOIRE', ' Côte  d‘Ivoire. '],
  'Guinea-Bissau': ['Guinea\u2011Bissau', 'Guinea–Bissau', 'guinea−bissau', 'Guinea\u00AD-Bissau,', 'Guinea－Bissau'],
  "Lao People's Democratic Republic": [
    'Lao People’s Democratic Republic',
    'Lao\u00A0People＇s Democratic\u2003Republic;',
  ],
  'Office "Straße"': ['Office “Straße”', 'OFFICE «STRASSE»', 'O\uFB03ce "Straße"'],
  UNODC: [
    'UNO\u200BDC',
    'UN\u00ADODC',
    'UNODC\u2060',
    '\uFEFFUNODC',
    'UNODC\uFE0F',
    'ＵＮＯＤＣ',
    'unodc:',
    'U\u3164NODC',
  ],
}

test('however a name is written, it is the same organization', async () => {
  await addOrganizations(chen, { names: Object.keys(written) })
  for (const [name, others] of Object.entries(written)) {
    const known = await db.organization.findFirstOrThrow({ where: { name } })
    for (const other of others) {
      const one = { slug: known.slug, name }
      expect(answerOf(await addOrganizations(chen, { names: [other] })).rows, other).toMatchObject([
        { organization: one, outcome: 'found' },
      ])
      expect(await addOrganization(chen, { id: newId(), name: other })).toMatchObject({ code: 'organization_exists' })
      expect(await findOrganization(db, other)).toMatchObject(one)
      expect(await findOrganizations(db, [other])).toMatchObject({ organizations: [{ id: known.id }] })
      const filters = readFilters(new URLSearchParams({ organization: other }))
      expect(filters.ok && (await scopeOf(chen, filters.value))).toMatchObject({ value: { organization: one } })
    }
  }
})

test('pasted into a group, names in typographic apostrophes and hyphens are the States that are there', async () => {
  const group = await givenGroup()
  await addMemberStates(chen, { group: group.slug })
  const names = ['Côte d’Ivoire', 'Democratic People’s Republic of Korea', 'Guinea‑Bissau', 'Timor‐Leste', 'TÜRKIYE.']
  expect(answerOf(await addMembers(chen, { group: group.slug, names })).rows.map(({ outcome }) => outcome)).toEqual(
    names.map(() => 'already'),
  )
})

test('names that differ in a letter, an accent or a word stay apart, and signs alone are a name', async () => {
  const names = ['Republic of Mali', 'Republic of Mâli', 'Republic, of Mali', 'Republic of Mali 2', '?!', '!?']
  const rows = answerOf(await addOrganizations(chen, { names })).rows
  expect(new Set(rows.map(({ organization }) => organization.slug)).size).toBe(names.length)
})

test('a new name is refused where another organization or group reads the same, and free to vary its own', async () => {
  const [one, other] = [await givenOrganization({ name: "Women's Agency" }), await givenOrganization()]
  const name = 'Women’s agency'
  const refused = await renameOrganization(chen, { slug: other.slug, name, version: 1 })
  expect(refused).toMatchObject({ code: 'organization_exists', params: { name: "Women's Agency" } })
  expect(await renameOrganization(chen, { slug: one.slug, name, version: 1 })).toMatchObject({ value: { name } })

  const group = answerOf(await addGroup(chen, { id: newId(), name: 'Least‑Developed States' }))
  expect(await addGroup(chen, { id: newId(), name: 'least-developed states.' })).toMatchObject({ code: 'group_exists' })
  const renamed = { slug: (await givenGroup()).slug, name: 'Least-developed States', version: 1 }
  expect(await renameGroup(chen, renamed)).toMatchObject({ code: 'group_exists' })
  expect(await renameGroup(chen, { ...renamed, slug: group.slug })).toMatchObject({ ok: true })
})

test('a theme is the same however it is written, and shown as it was written first', async () => {
  const word = newId()
  const forms = [`Capacity-building ${word}`, `CAPACITY‑BUILDING  ${word}.`, `Capacity-building ${word}`]
  for (const theme of forms) {
    const { key } = await givenRecommendation()
    answerOf(await editRecommendation(chen, { key, version: 1, themes: [theme] }))
  }
  for (const theme of forms) expect(await listed.recommendations({ theme }), theme).toBe(3)

  const filters = readFilters(new URLSearchParams())
  const scope = answerOf(filters.ok ? await scopeOf(chen, filters.value) : filters)
  const mine = (label: string) => label.includes(word)
  expect((await optionsOf(scope)).theme?.filter(({ label }) => mine(label))).toEqual([
    { value: forms[0], label: forms[0], count: 3 },
  ])
  const groups = answerOf(await groupsOf(scope, 'theme', await facetsOf(scope))).groups
  expect(groups.filter(({ label }) => mine(label))).toMatchObject([{ filter: { theme: forms[0] }, total: 3 }])
})

test('semicolons separate names, unless an organization or a group has one in its name', async () => {
  const both = await givenOrganization({ name: 'Ministry of Interior; Prisons Department' })
  const group = answerOf(await addGroup(chen, { id: newId(), name: 'Donors; Partners' }))

  expect(await typedParties(`Nobody; ${both.name.toUpperCase()};donors;  partners ; ;`)).toEqual([
    { name: 'Nobody' },
    { name: both.name.toUpperCase() },
    { name: 'donors;  partners', group: group.slug },
  ])
  expect(await typedParties('Ministry of Interior; Ministry of Health')).toEqual([
    { name: 'Ministry of Interior' },
    { name: 'Ministry of Health' },
  ])
  expect(await typedParties(' ; ')).toEqual([])
})

test('names stand in the order of the alphabet, whatever their case and accents, and a page goes on from there', async () => {
  const names = ['eu-LISA', 'Zambia 10', 'Zambia 9', "Côte d'Or", 'Tuvalu', 'Türkei', 'Tunis', 'Costa', 'Czech']
  const ordered = ['Costa', "Côte d'Or", 'Czech', 'eu-LISA', 'Tunis', 'Türkei', 'Tuvalu', 'Zambia 9', 'Zambia 10']
  const mine = (found: string[]) => found.filter((name) => names.includes(name))
  const group = await givenGroup()
  await addMembers(chen, { group: group.slug, names })

  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await listOrganizations(chen, { limit: 2, after })
    paged.push(...items.map(({ name }) => name))
    if (next === null) break
    after = next
  }
  expect(mine(paged)).toEqual(ordered)
  expect((await findGroupPage(chen, group.slug))?.organizations.map(({ name }) => name)).toEqual(ordered)

  for (const name of names) {
    await addGroup(faisal, { id: newId(), name, confirmSimilar: true })
    await givenPerson({ name, role: 'coordinator' })
  }
  expect(mine((await listGroups(chen)).map(({ name }) => name))).toEqual(ordered)
  const first = await listPeople(chen, { limit: 12 })
  const second = await listPeople(chen, { limit: 12, after: first.next })
  expect(mine([...first.items, ...second.items].map(({ name }) => name))).toEqual(ordered)
  expect(mine((await ownersFor(chen, newId())).map(({ name }) => name))).toEqual(ordered)
})

test('organizations that were twins before names were compared so stay, with the names that they had, and a third is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-before-names-'))
  const [database, url] = await emptyDatabase()
  cpSync('prisma/migrations', folder, { recursive: true })
  for (const later of readdirSync(folder).filter((name) => name > '20261128999999')) {
    if (later !== 'migration_lock.toml') rmSync(join(folder, later), { recursive: true })
  }
  await migrate(url, folder)
  rmSync(folder, { recursive: true })

  const add = (name: string, slug: string) =>
    database.query('insert into organizations (id, slug, name) values (gen_random_uuid(), $2, $1)', [name, slug])
  await add("Côte d'Ivoire", 'one')
  await add('Côte d’Ivoire', 'two')
  const at = "select set_config('app.now', '2026-11-01T09:00:00Z', false)"
  await database.query(`${at}; select append_events(null, json_build_array(json_build_object(
    'kind', 'organization.renamed', 'subjectType', 'organization', 'subjectId', (select id from organizations where slug = 'one'),
    'audience', 'internal', 'body', '{"before":{"name":"Ivory Coast"},"after":{"name":"Côte d''Ivoire"}}')))`)
  await migrate(url)
  expect((await database.query('select slug, name from organizations order by slug')).rows).toEqual([
    { slug: 'one', name: "Côte d'Ivoire" },
    { slug: 'two', name: 'Côte d’Ivoire' },
  ])
  const called = `select name_at(id, '2026-10-31') as before, name_at(id, '2026-11-02') as after from organizations where slug = 'one'`
  expect((await database.query(called)).rows).toEqual([{ before: 'Ivory Coast', after: "Côte d'Ivoire" }])
  await expect(add('Côte dʼIvoire', 'three')).rejects.toMatchObject({ constraint: 'organizations_name_idx' })
  await database.end()
})
