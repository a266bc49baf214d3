import { beforeEach, expect, test } from 'vitest'
import { setUp, setupLink } from '@/lib/people/set-up'
import { signIn } from '@/lib/people/sign-in'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { eventsOf } from '../support/given'

const somebody = { name: 'Ada', email: 'ada@example.org', password: 'seven green bicycles' }

beforeEach(() => db.$transaction([db.link.deleteMany(), db.user.deleteMany(), db.signInFailure.deleteMany()]))

async function givenCode() {
  const link = await setupLink()
  return new URL(link ?? '', 'http://localhost').searchParams.get('code')
}

test('whoever holds the code makes the first administrator, once', async () => {
  const code = await givenCode()
  const result = await setUp({ code, ...somebody })
  if (!result.ok) throw new Error('Not set up.')

  expect(await signIn(somebody)).toEqual(result.value)
  expect(await eventsOf(result.value.id)).toMatchObject([
    { kind: 'user.added', actorId: result.value.id, body: { after: { role: 'administrator' } } },
  ])
  expect(await setUp({ code, ...somebody, email: 'eve@example.org' })).toMatchObject({ code: 'setup_done' })
  expect(await setupLink()).toBeNull()
})

test('of two who set up at once one is first', async () => {
  const codes = [await givenCode(), await givenCode()]
  const results = await Promise.all(
    codes.map((code, one) => setUp({ code, ...somebody, email: `ada${one}@example.org` })),
  )
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await db.user.count()).toBe(1)
})

const refusals = [
  { rule: 'no code is no way in', input: { code: undefined }, code: 'setup_code_wrong' },
  { rule: 'a wrong code is no way in', input: { code: 'x' }, code: 'setup_code_wrong' },
  { rule: 'a password is long enough', input: { password: 'seven' }, code: 'password_short' },
  {
    rule: 'a password is none of those that everybody tries',
    input: { password: 'Password1' },
    code: 'password_common',
  },
  { rule: 'an address is one', input: { email: 'ada' }, code: 'email_unreadable' },
]
for (const { rule, input, code } of refusals) {
  test(`${rule}, and the refusal leaves no trace`, async () => {
    const result = await setUp({ code: await givenCode(), ...somebody, ...input })
    expect(JSON.stringify(result)).toContain(`"code":"${code}"`)
    expect(await db.user.count()).toBe(0)
    expect(await db.link.count({ where: { usedAt: null } })).toBe(1)
  })
}

test('a code works for a week', async () => {
  const link = await at('2026-03-01T09:00:00Z', () => setupLink())
  const code = new URL(link ?? '', 'http://localhost').searchParams.get('code')
  const late = await at('2026-03-08T09:00:01Z', () => setUp({ code, ...somebody }))
  expect(late).toMatchObject({ ok: false, code: 'setup_code_wrong' })
})
