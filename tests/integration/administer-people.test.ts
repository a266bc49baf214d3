import { beforeAll, expect, test } from 'vitest'
import { changeRole } from '@/lib/people/change-role'
import { disableUser } from '@/lib/people/disable-user'
import { enableUser } from '@/lib/people/enable-user'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { setOrganizations } from '@/lib/people/set-organizations'
import { signIn } from '@/lib/people/sign-in'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, organizations, people } from '../support/given'
import { givenPerson, password, traceOfPerson } from '../support/given-person'

const { amina, bruno, chen, faisal } = people
const { health, finance } = organizations

beforeAll(async () => {
  await givenPeople()
  await givenPerson({ role: 'administrator' })
})

test('an administrator gives somebody another role', async () => {
  const { id } = await givenPerson()
  const result = await changeRole(faisal, { id, version: 1, role: 'viewer' })
  expect(result).toMatchObject({ ok: true, value: { id, role: 'viewer', version: 2 } })
  expect(await eventsOf(id)).toMatchObject([
    { kind: 'user.role_changed', body: { before: { role: 'focal_point' }, after: { role: 'viewer' } } },
  ])
})

test('a closed account takes no sign-in until it is opened again', async () => {
  const { id, email } = await givenPerson()
  expect(await disableUser(faisal, { id, version: 1 })).toMatchObject({
    ok: true,
    value: { disabled: true, version: 2 },
  })
  expect(await signIn({ email, password })).toBeNull()

  expect(await makeResetLink(faisal, { id })).toMatchObject({ reason: 'conflict', code: 'user_disabled' })
  expect(await enableUser(faisal, { id, version: 2 })).toMatchObject({ ok: true, value: { disabled: false } })
  expect(await signIn({ email, password })).toEqual({ id })
  expect(await eventsOf(id)).toMatchObject([{ kind: 'user.disabled' }, { kind: 'user.enabled' }])
})

test('a coordinator says where somebody belongs, as main focal point or alternate', async () => {
  const { id } = await givenPerson({ organizationIds: [health.id] })
  const wish = [{ organization: finance.slug, kind: 'alternate' }, { organization: 'MINISTRY OF HEALTH' }]
  const result = await setOrganizations(chen, { id, version: 1, organizations: wish })
  expect(result).toMatchObject({
    ok: true,
    value: {
      organizations: [
        { slug: health.slug, kind: 'main' },
        { slug: finance.slug, kind: 'alternate' },
      ],
    },
  })
  expect(await eventsOf(id)).toMatchObject([
    {
      kind: 'user.organizations_changed',
      actorId: chen.id,
      body: {
        before: { organizationIds: [health.id], alternateIds: [] },
        after: { organizationIds: [health.id, finance.id], alternateIds: [finance.id] },
      },
    },
  ])
})

test('what already stands is set without a trace', async () => {
  const { id } = await givenPerson({ organizationIds: [health.id] })
  const before = await traceOfPerson(id)
  const same = { id, version: 9, organizations: [{ organization: health.slug }] }
  expect(await setOrganizations(chen, same)).toMatchObject({ ok: true, changed: false })
  expect(await changeRole(faisal, { id, version: 9, role: 'focal_point' })).toMatchObject({ ok: true, changed: false })
  expect(await enableUser(faisal, { id, version: 9 })).toMatchObject({ ok: true, changed: false })
  expect(await traceOfPerson(id)).toEqual(before)
})

const everything = {
  changeRole: (actor: typeof chen, id: string) => changeRole(actor, { id, version: 1, role: 'viewer' }),
  disableUser: (actor: typeof chen, id: string) => disableUser(actor, { id, version: 1 }),
  makeResetLink: (actor: typeof chen, id: string) => makeResetLink(actor, { id }),
}
for (const [name, command] of Object.entries(everything)) {
  test(`${name} is the administrator's, and of nobody who isn't there; refusals leave no trace`, async () => {
    const { id } = await givenPerson({ organizationIds: [health.id] })
    const before = await traceOfPerson(id)
    expect(await command(chen, id)).toMatchObject({ reason: 'forbidden', code: 'people_forbidden' })
    expect(await command(amina, id)).toMatchObject({ reason: 'forbidden', code: 'people_forbidden' })
    expect(await command(bruno, id)).toMatchObject({ reason: 'not_found', code: 'user_not_found' })
    expect(await command(faisal, newId())).toMatchObject({ reason: 'not_found', code: 'user_not_found' })
    expect(await command(faisal, 'x')).toMatchObject({ reason: 'not_found', code: 'user_not_found' })
    expect(await traceOfPerson(id)).toEqual(before)
  })
}

test('an out-of-date page overwrites nothing, and shows what stands', async () => {
  const { id } = await givenPerson()
  const before = await traceOfPerson(id)
  const stale = { id, version: 7 }
  const results = [
    await changeRole(faisal, { ...stale, role: 'viewer' }),
    await disableUser(faisal, stale),
    await setOrganizations(faisal, { ...stale, organizations: [{ organization: health.slug }] }),
  ]
  for (const result of results) {
    expect(result).toMatchObject({ reason: 'conflict', code: 'user_changed', current: { id, version: 1 } })
  }
  expect(await traceOfPerson(id)).toEqual(before)
})

test('an organization must be there, and have a name that can be kept', async () => {
  const { id } = await givenPerson()
  const before = await traceOfPerson(id)
  const codes = { atlantis: 'organization_unknown', 'a\0b': 'text_unreadable', '\\': 'organization_unknown' }
  for (const [organization, code] of Object.entries(codes)) {
    expect(await setOrganizations(chen, { id, version: 1, organizations: [{ organization }] })).toMatchObject({
      reason: 'invalid',
      errors: [{ field: expect.stringMatching(/^organizations\.0/), code }],
    })
  }
  expect(await traceOfPerson(id)).toEqual(before)
})

test('a coordinator does not set their own organizations, nor an administrator close their own account', async () => {
  const own = { id: chen.id, version: 1, organizations: [{ organization: health.slug }] }
  expect(await setOrganizations(chen, own)).toMatchObject({ reason: 'forbidden', code: 'organizations_forbidden' })
  expect(await disableUser(faisal, { id: faisal.id, version: 1 })).toMatchObject({
    reason: 'forbidden',
    code: 'disable_self',
  })
})

test('the last administrator stays, also when the last two remove each other at once', async () => {
  await db.user.updateMany({ where: { role: 'administrator' }, data: { role: 'coordinator' } })
  const one = await givenPerson({ role: 'administrator' })
  expect(await changeRole(one, { id: one.id, version: 1, role: 'viewer' })).toMatchObject({
    code: 'last_administrator',
  })

  // Who was invited and never came in can't administer.
  await givenPerson({ role: 'administrator', invited: true })
  expect(await changeRole(one, { id: one.id, version: 1, role: 'viewer' })).toMatchObject({
    code: 'last_administrator',
  })

  const other = await givenPerson({ role: 'administrator' })
  const results = await Promise.all([
    disableUser(one, { id: other.id, version: 1 }),
    changeRole(other, { id: one.id, version: 1, role: 'viewer' }),
  ])
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(results.find(({ ok }) => !ok)).toMatchObject({ reason: 'conflict', code: 'last_administrator' })
  const left = { role: 'administrator', disabledAt: null, passwordHash: { not: null } } as const
  expect(await db.user.count({ where: left })).toBe(1)
})
