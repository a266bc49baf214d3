import { beforeAll, expect, test } from 'vitest'
import { acceptLink } from '@/lib/people/accept-link'
import { createUserAtConsole } from '@/lib/people/create-user-at-console'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { weaknessOf } from '@/lib/people/password-strength'
import { newId } from '@/lib/platform/id'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'

const owner = ['Oskar Lind', 'oskar@example.org', 'Ministry of Health', 'Salvador Conference']

const easy = {
  password_common: `michael123 superman12 dragon12 Welcome2024 p@ssword1 pa55word Passw0rd1 Password1 password123!
    1qazxsw23edc zxcvbnm12 qwertyuiop letmein2024 iloveyou12 monkey123 football2024 princess12 charlie123 1q2w3e4r5t
    12345678910 aaaaaaaa trustno1! Passwort123 motdepasse1 contraseña1 passwordpasswordpassword ｐａｓｓｗｏｒｄ１ йцукенгшщз Йцукен123 фывапролдж`,
  password_weak: `Geneva2026 Summer2026! Nairobi2026 Kyoto2021! France2026! Cybercrime1 Justice2024!`,
  password_personal: `oskar@example.org OskarLind1 oskarlind2026 MinistryOfHealth1 Salvador2010 unodc2010 UNODC2026!
    followthrough1`,
}
for (const [why, passwords] of Object.entries(easy)) {
  for (const password of passwords.split(/\s+/)) {
    test(`${password} is too easy to guess: ${why}`, async () => {
      const weakness = await weaknessOf(password, owner)
      // Some are both a word and a common password: what matters is that they are refused, and personal ones for that.
      if (why === 'password_personal') expect(weakness).toBe(why)
      else expect(weakness).toMatch(/^password_(common|weak)$/)
    })
  }
}

const hard = ['quiet river at noon', 'nine blue kites', 'seven green bicycles', 'Tdi7qT#9kL', 'marmelade-fuchs-7']
const longer = [
  'мой дядя самых честных правил',
  '我喜欢吃苹果和香蕉',
  'oskar feeds four hungry magpies',
  `${'é'.repeat(3)}a long way home tonight`,
]
for (const password of [...hard, ...longer]) {
  test(`${password} is hard enough to guess`, async () => {
    expect(await weaknessOf(password, owner)).toBeNull()
  })
}

test('the longest password that is allowed is judged in a moment', async () => {
  await weaknessOf('anything', [])
  const began = performance.now()
  for (const unit of ['@4$5!', 'il1!|', 'a1', 'qwerty1990', '1'])
    await weaknessOf(unit.repeat(200).slice(0, 200), owner)
  expect(performance.now() - began).toBeLessThan(5_000)
})

beforeAll(givenPeople)

test('whoever opens a link can’t choose their own name, address or organization', async () => {
  const { id } = await givenPerson({ organizationIds: [organizations.health.id] })
  const { link } = valueIn(await makeResetLink(people.faisal, { id }))
  const code = new URL(link).pathname.split('/').at(-1)
  for (const password of ['NadiaRahimi1', `${id}@example.org`, 'Ministry of Health']) {
    expect(refusalOf(await acceptLink({ kind: 'reset', code, password }))).toBe('password: password_personal')
  }
})

test('nor does the console give an account one', async () => {
  const somebody = { id: newId(), email: `${newId()}@example.org`, name: 'Oskar Lind', role: 'viewer' }
  expect(refusalOf(await createUserAtConsole({ ...somebody, password: 'oskarlind1' }))).toBe(
    'password: password_personal',
  )
})
