import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { migrate } from '@/lib/cli/migrate'
import { addGroup } from '@/lib/organizations/add-group'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { findOrganization, nameKeys } from '@/lib/organizations/find'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { findOrganizationPage } from '@/lib/organizations/queries'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { nameText } from '@/lib/platform/text'
import { emptyDatabase } from '../support/empty-database'
import { givenPeople, people } from '../support/given'
import { answerOf } from '../support/places'

const { chen } = people

beforeAll(givenPeople)

const name = 'Guinea-Bissau'
const others = [
  'Guinea – Bissau',
  'Guinea- Bissau',
  'GUINEA—BISSAU',
  'Guinea -- Bissau',
  'Guinea〜Bissau',
  '“Guinea-Bissau”',
  "'Guinea-Bissau'",
  '‹Guinea-Bissau›',
  '«Guinea-Bissau».',
  '「Guinea-Bissau」',
  'Guinea-Bissau*',
  '“Guinea-Bissau” **',
  'Guinea-Bissau †',
  'Guinea-Bissau‡,',
  'Guinea-Bissau (*)',
  'Guinea-Bissau¹',
  'Guinea-Bissau ²,³',
  '“Guinea-Bissau¹²”',
  'Guinea-Bissauᵃ',
  'Guinea-Bissau[1]',
  'Guinea-Bissau [a][12].',
  'Guinea-Bissau [1, 2]',
  'Guinea-Bissau [note 3]',
  '- Guinea-Bissau',
]

test('a name in quotation marks, with blanks around its dash or with a footnote mark is the same organization', async () => {
  const known = answerOf(await addOrganization(chen, { id: newId(), name }))
  const { rows } = answerOf(await addOrganizations(chen, { names: others }))
  expect(rows.filter(({ organization }) => organization.slug !== known.slug)).toEqual([])
  for (const other of others) expect(await findOrganization(db, other), other).toMatchObject({ slug: known.slug })

  // The name stays as it was first written.
  const written = '“Republic of Elsewhere” [1]'
  answerOf(await addOrganization(chen, { id: newId(), name: written }))
  expect(await findOrganization(db, 'Republic of Elsewhere')).toMatchObject({ name: written })
})

test('what only looks like a footnote mark keeps names apart', async () => {
  const apart = [
    'G7',
    'G²⁰',
    'Area',
    'Area 51',
    'Home Office [UK]',
    'Home Office [NZ]',
    'Region (1)',
    'Region (2)',
    '*',
  ]
  expect(new Set(await nameKeys(db, apart)).size).toBe(apart.length)
  expect(await nameKeys(db, ['G²⁰', '“G20” *'])).toEqual(['g20', 'g20'])
})

test('an organization cannot have the name of a group with a footnote mark after it', async () => {
  answerOf(await addGroup(chen, { id: newId(), name: 'Small Island States' }))
  const added = await addOrganization(chen, { id: newId(), name: '“Small Island States” [1]' })
  expect(added).toMatchObject({ errors: [{ code: 'name_of_group', params: { other: 'Small Island States' } }] })
})

test('a long row of marks in a name takes no time', async () => {
  const began = performance.now()
  await nameKeys(db, Array(100).fill(`${'*¹[1]-" '.repeat(125)}a`))
  expect(performance.now() - began).toBeLessThan(5000)
})

/** Every character of Unicode that the pattern matches, except surrogates. */
const characters = (pattern: RegExp) =>
  Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((character) => pattern.test(character))

test.each([
  ['dash', /\p{Pd}/u, (sign: string) => `Guinea ${sign} Bissau`],
  ['quotation mark', /[\p{Pi}\p{Pf}"']/u, (sign: string) => `${sign}Guinea-Bissau${sign}`],
  ['blank', /[\p{Z}\s]/u, (sign: string) => `Guinea-${sign}Bissau${sign}`],
  ['invisible character', /\p{Cf}/u, (sign: string) => `Gui${sign}nea-Bissau`],
])('no %s of Unicode makes another name', async (_, pattern, inName) => {
  const signs = characters(pattern)
  const keys = await nameKeys(db, signs.map(inName))
  const unlike = signs.filter((_, place) => keys[place] !== 'guinea-bissau')
  expect(unlike.map((sign) => sign.codePointAt(0)?.toString(16))).toEqual([])
})

test('a name has the same key before and after it is parsed for storage, and a key is its own key', async () => {
  const parsed = nameText('organization_missing', 1000)
  const texts = fc.sample(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { numRuns: 5000, seed: 7 })
  const names = texts.flatMap((text) => {
    const { success, data } = parsed.safeParse(text)
    return success ? [{ text, data }] : []
  })
  const [written, stored] = [names.map(({ text }) => text), names.map(({ data }) => data)]
  const keys = await nameKeys(db, written)
  expect(await nameKeys(db, stored)).toEqual(keys)
  expect(await nameKeys(db, keys)).toEqual(keys)
})

test('the page of an organization names another one with the same name, until the two are merged', async () => {
  const [one, twin] = [answerOf(await addOrganization(chen, { id: newId(), name: 'Old Twin' })), newId()]
  await db.organization.create({ data: { id: twin, slug: 'old-twin-star', name: 'Old Twin*', namesake: 1 } })
  const named = async (slug: string) => (await findOrganizationPage(chen, slug))?.sameName
  expect(await named(one.slug)).toEqual({ slug: 'old-twin-star', name: 'Old Twin*' })
  expect(await named('old-twin-star')).toEqual({ slug: one.slug, name: 'Old Twin' })

  answerOf(await mergeOrganization(people.faisal, { slug: 'old-twin-star', into: one.slug }))
  expect(await named(one.slug)).toBeNull()
})

test('names that become the same stay two organizations, the older is meant, and nothing fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-before-marks-'))
  const [database, url] = await emptyDatabase()
  cpSync('prisma/migrations', folder, { recursive: true })
  for (const later of readdirSync(folder).filter((name) => name >= '20261130100000' && /^\d/.test(name))) {
    rmSync(join(folder, later), { recursive: true })
  }
  await migrate(url, folder)
  rmSync(folder, { recursive: true })

  for (const [place, name] of ['Bissau [1]', 'Guinea-Bissau', 'Guinea – Bissau', 'Bissau', 'Bissau*'].entries()) {
    const values = [`0000000${place}-0000-7000-8000-000000000000`, `place-${place}`, name]
    await database.query('insert into organizations (id, slug, name) values ($1, $2, $3)', values)
    await database.query('insert into groups (id, slug, name) values ($1, $2, $3)', values)
  }
  await migrate(url)

  const twins = [
    { name: 'Bissau [1]', key: 'bissau', namesake: 0 },
    { name: 'Guinea-Bissau', key: 'guinea-bissau', namesake: 0 },
    { name: 'Guinea – Bissau', key: 'guinea-bissau', namesake: 1 },
    { name: 'Bissau', key: 'bissau', namesake: 1 },
    { name: 'Bissau*', key: 'bissau', namesake: 2 },
  ]
  for (const table of ['organizations', 'groups']) {
    const kept = await database.query(`select name, name_key as key, namesake from ${table} order by id`)
    expect(kept.rows).toEqual(twins)
  }
  await database.end()
})
