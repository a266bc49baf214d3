import { beforeAll, expect, test, vi } from 'vitest'
import { changeRole } from '@/lib/people/change-role'
import { makeToken } from '@/lib/people/make-token'
import { signIn } from '@/lib/people/sign-in'
import { lastSignInsOf, noteSignIn, signInsOf } from '@/lib/people/sign-in-log'
import { findByToken } from '@/lib/people/tokens'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { refused } from '@/lib/platform/form'
import { respond } from '@/lib/platform/http'
import { newId } from '@/lib/platform/id'
import { log } from '@/lib/platform/log'
import { inRequest } from '@/lib/platform/request-scope'
import { forbidden, invalidField } from '@/lib/platform/result'
import { logSecurity } from '@/lib/platform/security-log'
import { givenPeople, people, valueIn } from '../support/given'
import { givenPerson, password } from '../support/given-person'

const { chen, faisal } = people

beforeAll(givenPeople)

/** What the work writes to the log, line by line. */
async function logged(work: () => Promise<unknown>) {
  const written = vi.spyOn(log, 'info')
  await work()
  const lines = written.mock.calls.map(([line]): unknown => line)
  written.mockRestore()
  return lines
}

test('a wrong password, and an account that is not there, are logged without the words that were typed', async () => {
  const { id, email } = await givenPerson()
  const unknown = `${newId()}@example.org`
  const lines = await logged(async () => {
    await signIn({ email, password: 'wrong words' })
    await signIn({ email: unknown, password: 'wrong words' })
  })
  expect(lines).toMatchObject([
    { event: 'sign_in_failed', account: id, outcome: 'wrong_password' },
    { event: 'sign_in_failed', unknown: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ])
  for (const secret of [email, unknown, 'wrong words']) expect(JSON.stringify(lines)).not.toContain(secret)
})

test('a block is logged', async () => {
  const { id, email } = await givenPerson()
  for (let one = 0; one < 5; one++) await signIn({ email, password: 'wrong' })
  const lines = await logged(() => signIn({ email, password }))
  expect(lines).toMatchObject([{ event: 'sign_in_blocked', account: id }])
})

test('changes of accounts and tokens are logged, and the use of a token once a minute', async () => {
  const { id } = await givenPerson()
  const lines = await logged(async () => {
    await changeRole(faisal, { id, version: 1, role: 'viewer' })
    const { token } = valueIn(await makeToken(chen, { name: 'Spreadsheet' }))
    await findByToken(token)
    await findByToken(token)
    await findByToken('ft_wrong')
  })
  expect(lines).toMatchObject([
    { event: 'user.role_changed', actor: faisal.id, subject: id },
    { event: 'token.made', actor: chen.id },
    { event: 'token_used', account: chen.id, scope: 'manage' },
    { event: 'token_refused' },
  ])
  expect(JSON.stringify(lines)).not.toContain('ft_')
})

test('a refusal is logged by its code', async () => {
  const lines = await logged(async () => {
    respond(forbidden('people_forbidden'))
    await vi.waitUntil(() => vi.mocked(log.info).mock.calls.length > 0)
  })
  expect(lines).toMatchObject([{ event: 'refused', code: 'people_forbidden' }])
})

test('what a form is refused names the account that sent it, and none of its words', async () => {
  const scope = { reference: newId(), reached: true, language: 'en', account: chen.id, setHeader() {}, setStatus() {} }
  const typed = { body: 'Words that somebody wrote.' }
  const lines = await logged(async () => {
    inRequest(scope, () => refused(forbidden('people_forbidden', { name: 'Words' }), typed))
    inRequest(scope, () => refused(invalidField('Words', 'text_too_long', { maximum: 5 }), typed))
    await vi.waitUntil(() => vi.mocked(log.info).mock.calls.length > 1)
  })
  expect(lines).toMatchObject([
    { event: 'refused', code: 'people_forbidden', actor: chen.id },
    { event: 'invalid', code: 'text_too_long', actor: chen.id },
  ])
  expect(JSON.stringify(lines)).not.toContain('Words')
})

test('nobody fills the log: of one kind there are 600 lines a minute, and then how many were left out', async () => {
  const lines = await logged(async () => {
    await at('2026-03-01T09:00:00Z', async () => {
      for (let one = 0; one < 700; one++) await logSecurity('sign_in_delayed')
    })
    await at('2026-03-01T09:01:00Z', () => logSecurity('sign_in_delayed'))
  })
  expect(lines).toHaveLength(601)
  expect(lines.at(-1)).toMatchObject({ dropped: 100 })
})

test('administrators see who signed in and who failed, the latest first; others don’t', async () => {
  const { id, email } = await givenPerson()
  await at('2026-03-01T09:00:00Z', () => noteSignIn(id, 'password', { address: '2001:db8::1:2', agent: 'Firefox/1' }))
  await at('2026-03-01T10:00:00Z', () => signIn({ email, password: 'wrong', address: '192.0.2.1', agent: 'Chrome/1' }))
  expect(await signInsOf(faisal, id)).toMatchObject([
    { outcome: 'wrong_password', network: '192.0.2.1', agent: 'Chrome/1' },
    { outcome: 'password', network: '2001:db8:0:0::/64', agent: 'Firefox/1' },
  ])
  expect((await lastSignInsOf(faisal, [id])).get(id)?.toISOString()).toBe('2026-03-01T09:00:00.000Z')
  expect(await signInsOf(chen, id)).toEqual([])
  expect(await lastSignInsOf(chen, [id])).toEqual(new Map())
})

test('sign-ins are kept for a year, and failures can’t push them out', async () => {
  const { id } = await givenPerson()
  await at('2025-01-01T09:00:00Z', () => noteSignIn(id, 'password', {}))
  await at('2026-02-01T09:00:00Z', () => noteSignIn(id, 'provider', {}))
  for (let one = 0; one < 110; one++) await at('2026-02-02T09:00:00Z', () => noteSignIn(id, 'wrong_password', {}))
  const kept = await db.signIn.groupBy({ by: ['outcome'], where: { userId: id }, _count: true })
  expect(Object.fromEntries(kept.map(({ outcome, _count }) => [outcome, _count]))).toEqual({
    provider: 1,
    wrong_password: 100,
  })
})
