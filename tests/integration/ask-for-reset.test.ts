import '../support/mailbox'

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { acceptLink } from '@/lib/people/accept-link'
import { askForReset } from '@/lib/people/ask-for-reset'
import { correctPerson } from '@/lib/people/correct-person'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { beginSession, findSession } from '@/lib/people/sessions'
import { at, now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { eventsOf, givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { letters } from '../support/mailbox'

const { faisal } = people

beforeAll(givenPeople)

beforeEach(() => {
  letters.length = 0
})

/** Asks as the page does, and waits for what it does after the answer. */
async function ask(email: string, address?: string) {
  const work: (() => Promise<void>)[] = []
  const result = await askForReset({ email, address }, (later) => work.push(later))
  const mailedBefore = letters.length
  for (const later of work) await later()
  return { result, mailedBefore }
}

const codeIn = (text = '') => text.replace(/\s/g, '').match(/\/reset\/([\w-]{43})/)?.[1] ?? ''

test('the link is mailed after the answer, sets a new password, and ends sessions', async () => {
  const { id, email } = await givenPerson()
  const session = await beginSession(id, null)

  const { result, mailedBefore } = await ask(email.toUpperCase())
  expect(result).toMatchObject({ ok: true })
  expect(mailedBefore).toBe(0)
  expect(letters).toMatchObject([{ to: [email] }])
  expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'user.link_made', actorId: null })

  const code = codeIn(letters[0]?.text)
  expect(await acceptLink({ kind: 'reset', code, password: 'nine blue kites' })).toMatchObject({ ok: true })
  expect(await findSession(session)).toBeNull()
  expect(await acceptLink({ kind: 'reset', code, password: 'ten green kites' })).toMatchObject({ code: 'link_used' })
})

test('the link expires after an hour', async () => {
  const { email } = await givenPerson()
  await ask(email)
  const later = new Date(now().getTime() + 61 * 60 * 1000).toISOString()
  const code = codeIn(letters[0]?.text)
  const accepted = await at(later, () => acceptLink({ kind: 'reset', code, password: 'nine blue kites' }))
  expect(accepted).toMatchObject({ code: 'link_used' })
})

test('nobody is told whether there is an account; only who has a password and an open account gets a link', async () => {
  const { email: invited } = await givenPerson({ invited: true })
  const { id, email: closed } = await givenPerson()
  await db.user.update({ where: { id }, data: { disabledAt: now() } })
  const { email: open } = await givenPerson()
  const answers = await Promise.all([`${newId()}@example.org`, invited, closed, open].map((email) => ask(email)))

  expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1)
  expect(letters.map(({ to }) => to)).toEqual([[open]])
})

test('one account gets few links an hour, and whoever asks is told the same', async () => {
  const { email } = await givenPerson()
  const answers = []
  for (let one = 1; one <= 5; one++) answers.push(await ask(email, `192.0.2.${one}`))
  expect(answers.every(({ result }) => result.ok)).toBe(true)
  expect(letters).toHaveLength(3)
})

test('one network asks for few links an hour, whomever they are for', async () => {
  const address = '198.51.100.7'
  for (let one = 1; one <= 30; one++) await askForReset({ email: `${newId()}@example.org`, address }, () => {})
  const { result } = await ask(`${newId()}@example.org`, address)
  expect(result).toMatchObject({ errors: [{ field: 'email', code: 'resets_exhausted' }] })
})

test('asking ends no other link; a link that is used ends all', async () => {
  const { id, email } = await givenPerson()
  const made = await makeResetLink(faisal, { id })
  if (!made.ok) throw new Error('Not made.')
  await ask(email)

  const code = codeIn(made.value.link)
  expect(await acceptLink({ kind: 'reset', code, password: 'nine blue kites' })).toMatchObject({ ok: true })
  const asked = codeIn(letters.at(-1)?.text)
  expect(await acceptLink({ kind: 'reset', code: asked, password: 'ten green kites' })).toMatchObject({
    code: 'link_used',
  })
})

test('a link that went to an earlier address ends when the address is corrected', async () => {
  const { id, email } = await givenPerson()
  await ask(email)
  await correctPerson(faisal, { id, version: 1, name: 'Oskar Lind', email: `${newId()}@example.org` })
  const code = codeIn(letters[0]?.text)
  expect(await acceptLink({ kind: 'reset', code, password: 'nine blue kites' })).toMatchObject({ code: 'link_used' })
})

test('what is no e-mail address is said at once', async () => {
  expect((await ask('somebody')).result).toMatchObject({ errors: [{ field: 'email', code: 'email_unreadable' }] })
})
