import { createHash } from 'node:crypto'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { verifyHistory } from '@/lib/history/verify'
import { removeLogo } from '@/lib/instance/change-logo'
import { editInstance } from '@/lib/instance/edit-instance'
import { currentInstance, findInstance, findLogo, instanceId } from '@/lib/instance/queries'
import { pool } from '@/lib/platform/db'
import { eventsOf, givenPeople, people, valueIn } from '../support/given'
import { jpeg, png, webp } from '../support/pictures'

const { faisal } = people

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Saves a logo beside the name as it stands. */
async function setLogo(actor: Actor, asked: { version: number; logo?: Uint8Array }) {
  const { name } = await findInstance()
  return editInstance(actor, { name, ...asked })
}

const versionNow = async () => (await findInstance()).version

const kinds = async () => (await eventsOf(instanceId)).map(({ kind }) => kind)

beforeAll(givenPeople)

afterEach(async () => {
  const { version } = valueIn(await removeLogo(faisal, { version: await versionNow() }))
  await editInstance(faisal, { version, name: 'Followthrough' })
})

test('at first it has the product’s name, and neither logo nor contact', async () => {
  expect(await findInstance()).toMatchObject({ name: 'Followthrough', logo: null, contact: null })
})

test('a new name and a new contact are two events; the contact is not in them', async () => {
  const before = (await kinds()).length
  const input = {
    name: ' Follow-up  Office ',
    contactName: 'Ada',
    contactAddress: 'ada@example.org',
    contactWords: ' ',
  }
  const edited = valueIn(await editInstance(faisal, { version: await versionNow(), ...input }))

  expect(edited).toMatchObject({
    name: 'Follow-up Office',
    contact: { name: 'Ada', address: 'ada@example.org', words: null },
  })
  expect(await findInstance()).toEqual(edited)
  expect((await kinds()).slice(before)).toEqual(['instance.renamed', 'instance.contact_changed'])
  expect(JSON.stringify(await eventsOf(instanceId))).not.toContain('ada@example.org')
})

test('pages show a change at once', async () => {
  expect(await currentInstance()).toMatchObject({ name: 'Followthrough' })
  await editInstance(faisal, { version: await versionNow(), name: 'Follow-up Office' })
  expect(await currentInstance()).toMatchObject({ name: 'Follow-up Office' })
})

test('what already stands changes nothing; an older version is refused', async () => {
  const version = await versionNow()
  const { version: next } = valueIn(await editInstance(faisal, { version, name: 'Follow-up Office' }))
  expect(await editInstance(faisal, { version, name: 'Follow-up Office' })).toMatchObject({ ok: true, changed: false })
  expect(await editInstance(faisal, { version, name: 'Another' })).toMatchObject({
    reason: 'conflict',
    code: 'instance_changed',
    current: { name: 'Follow-up Office', version: next },
  })
})

test.each([
  ['name', { name: '' }],
  ['name', { name: '\u200b' }],
  ['name', { name: 'a'.repeat(81) }],
  ['contactAddress', { contactAddress: 'javascript:alert(1)' }],
  ['contactAddress', { contactAddress: 'somebody' }],
  ['contactAddress', { contactAddress: 'ftp://example.org' }],
  ['contactAddress', { contactAddress: `https://example.org/${'a'.repeat(300)}` }],
  ['contactWords', { contactWords: 'a'.repeat(301) }],
])('%s is refused: %j', async (field, input) => {
  const before = await kinds()
  expect(await editInstance(faisal, { version: await versionNow(), name: 'Office', ...input })).toMatchObject({
    reason: 'invalid',
    errors: [{ field }],
  })
  expect(await kinds()).toEqual(before)
})

test.each([
  ['image/png', png],
  ['image/jpeg', jpeg],
  ['image/webp', webp],
])('a logo is known by its content: %s', async (type, logo) => {
  const { logo: shown } = valueIn(await setLogo(faisal, { version: await versionNow(), logo }))

  expect(shown).toEqual({ hash: hashOf(logo), width: 1, height: 1 })
  expect(await findLogo(hashOf(logo))).toEqual({ type, bytes: logo })
  expect((await eventsOf(instanceId)).at(-1)).toMatchObject({
    kind: 'instance.logo_changed',
    body: { before: { logo: null }, after: { logo: hashOf(logo) } },
  })
})

const wide = new Uint8Array(png)
wide.set([0, 0, 0x20, 0], 16)

test.each([
  ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>')],
  ['a page', new TextEncoder().encode('<!doctype html><script>alert(1)</script>')],
  ['a GIF', new TextEncoder().encode('GIF89a\u0001\u0000\u0001\u0000')],
  ['the beginning of a PNG', png.slice(0, 20)],
  ['the beginning of a JPEG', jpeg.slice(0, 12)],
  ['the beginning of a WebP', webp.slice(0, 18)],
  ['a picture wider than browsers draw', wide],
])('%s is no logo', async (_, logo) => {
  expect(await setLogo(faisal, { version: await versionNow(), logo })).toMatchObject({
    errors: [{ field: 'logo', code: 'logo_unreadable' }],
  })
})

test.each([
  ['PNG', png],
  ['JPEG', jpeg],
  ['WebP', webp],
])('a %s that was cut off is refused, and of one with a page behind it the picture is kept alone', async (_, logo) => {
  const version = await versionNow()
  expect(await setLogo(faisal, { version, logo: logo.slice(0, -1) })).toMatchObject({
    errors: [{ field: 'logo', code: 'logo_cut_off' }],
  })
  const more = new Uint8Array(Buffer.concat([logo, Buffer.from('<script>alert(1)</script>')]))
  expect(valueIn(await setLogo(faisal, { version, logo: more })).logo).toMatchObject({ hash: hashOf(logo) })
  expect((await findLogo(hashOf(logo)))?.bytes).toEqual(logo)
})

test('neither is a large file, nor an empty one', async () => {
  const large = new Uint8Array(200 * 1024 + 1)
  large.set(png)
  const version = await versionNow()
  expect(await setLogo(faisal, { version, logo: large })).toMatchObject({
    errors: [{ field: 'logo', code: 'logo_too_large', params: { maximum: 200 } }],
  })
  expect(await setLogo(faisal, { version, logo: new Uint8Array() })).toMatchObject({
    errors: [{ field: 'logo', code: 'logo_missing' }],
  })
})

test('name, contact and logo are saved together, or nothing is', async () => {
  const input = { name: 'Follow-up Office', contactName: 'Ada', logo: png }
  const before = await findInstance()
  const { version } = before
  const refused = await editInstance(faisal, { version, ...input, contactAddress: 'nowhere' })
  expect(refused).toMatchObject({ errors: [{ field: 'contactAddress' }] })
  expect(await editInstance(faisal, { version, ...input, logo: png.slice(0, 20) })).toMatchObject({
    errors: [{ field: 'logo' }],
  })
  expect(await findInstance()).toEqual(before)

  const saved = valueIn(await editInstance(faisal, { version, ...input }))
  expect(saved).toMatchObject({ name: 'Follow-up Office', logo: { hash: hashOf(png) }, version: version + 1 })
  expect((await kinds()).slice(-3)).toEqual(['instance.renamed', 'instance.contact_changed', 'instance.logo_changed'])
  const unchanged = await editInstance(faisal, { version: version + 1, name: 'Follow-up Office', contactName: 'Ada' })
  expect(unchanged).toMatchObject({ changed: false, value: { logo: { hash: hashOf(png) } } })
})

test('a removed logo is served no more', async () => {
  const { version } = valueIn(await setLogo(faisal, { version: await versionNow(), logo: png }))
  expect(valueIn(await removeLogo(faisal, { version })).logo).toBeNull()
  expect(await findLogo(hashOf(png))).toBeNull()
})

test('the database keeps one instance, and no logo under the hash of another', async () => {
  await expect(pool.query('insert into instance (id) values (gen_random_uuid())')).rejects.toThrow('instance_one')
  await setLogo(faisal, { version: await versionNow(), logo: png })
  await expect(pool.query("update instance set logo = 'x'")).rejects.toThrow('instance_logo')
})

test('a name that was changed past the history is found', async () => {
  await editInstance(faisal, { version: await versionNow(), name: 'Follow-up Office' })
  await pool.query("update instance set name = 'Another office'")
  expect(await verifyHistory()).toMatchObject({ ok: false, flaw: { table: 'instance', field: 'name' } })
})
