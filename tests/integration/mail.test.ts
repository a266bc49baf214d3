import '../support/mailbox'

import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { editInstance } from '@/lib/instance/edit-instance'
import { findInstance } from '@/lib/instance/queries'
import { inviteUser } from '@/lib/people/invite-user'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { newId } from '@/lib/platform/id'
import { givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { letters, mailSettings, refused } from '../support/mailbox'

const { amina, chen, faisal } = people

const somebody = () => ({
  email: `${newId()}@example.org`,
  name: `Oskar Lind ${newId()}`,
  role: 'focal_point' as const,
})

beforeAll(givenPeople)

beforeEach(() => {
  letters.length = 0
})

test('an invitation is mailed to who is invited, and its link is still shown', async () => {
  const invitation = somebody()
  const invited = await inviteUser(chen, invitation)
  if (!invited.ok) throw new Error('Not invited.')

  expect(invited.value.mailed).toBe(true)
  expect(letters).toHaveLength(1)
  expect(letters[0]?.to).toEqual([invitation.email])
  expect(letters[0]?.text).toContain('From: Followthrough <no-reply@example.org>')
  expect(letters[0]?.text).toContain(invited.value.link)
  expect(letters[0]?.text).toContain('chen invites you to Followthrough as a focal point.')
})

test('so is a link to set a new password', async () => {
  const { id, email } = await givenPerson()
  const made = await makeResetLink(faisal, { id })
  if (!made.ok) throw new Error('Not made.')

  expect(made.value.mailed).toBe(true)
  expect(letters).toMatchObject([{ to: [email], text: expect.stringContaining(made.value.link) }])
})

test('mails name the instance, and whom to contact', async () => {
  const { version } = await findInstance()
  const name = 'Follow-up to the Doha Declaration'
  await editInstance(faisal, { version, name, contactName: 'Help desk', contactAddress: 'help@example.org' })

  await inviteUser(chen, somebody())
  await makeResetLink(faisal, { id: (await givenPerson()).id })

  expect(letters).toHaveLength(2)
  for (const { text } of letters) {
    expect(text).toMatch(/^Subject: .* (to|for) Follow-up to the Doha Declaration\r\n/m)
    expect(text.replace(/\s+/g, ' ')).toContain('Help desk, help@example.org')
  }
  expect(letters[0]?.text.replace(/\s+/g, ' ')).toContain(`chen invites you to ${name} as a focal point.`)
})

test('a refusal mails nothing', async () => {
  expect(await inviteUser(amina, somebody())).toMatchObject({ ok: false })
  expect(letters).toEqual([])
})

test('a name can put nothing of its own into the head of a letter', async () => {
  await inviteUser(chen, { ...somebody(), name: 'Oskar\r\nBcc: eve@example.org' })
  expect(letters[0]?.to).toHaveLength(1)
  expect(letters[0]?.text).not.toMatch(/^Bcc:/m)
})

test('when the mail server refuses, the invitation stands, and says that it was not mailed', async () => {
  const invited = await inviteUser(chen, { ...somebody(), email: refused })
  expect(invited).toMatchObject({ ok: true, value: { mailed: false, link: expect.stringContaining('/invite/') } })
})

afterAll(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('another machine is sent nothing in the clear, unless the settings allow it', async () => {
  // It is this machine, by a name that does not say so.
  const url = mailSettings.SMTP_URL.replace('127.0.0.1', '127.1')
  const mail = { to: { name: 'Oskar Lind', address: 'oskar@example.org' }, subject: 'Hello', text: 'Hello.' }
  for (const [setting, sent] of [
    [url, false],
    [`${url}?requireTLS=false`, true],
  ] as const) {
    vi.stubEnv('SMTP_URL', setting)
    vi.resetModules()
    const { sendMail } = await import('@/lib/platform/mail')
    expect(await sendMail(mail), setting).toBe(sent)
    expect(letters).toHaveLength(sent ? 1 : 0)
  }
})
