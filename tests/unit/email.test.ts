import { expect, test } from 'vitest'
import { Email, spellingsOf } from '@/lib/domain/email'

const addresses = [
  'ada@example.org',
  'user@xn--80ak6aa92e.xn--p1ai',
  'user@exämple.org',
  'josé@example.org',
  'r&d@example.org',
  "o'brien+un@mail.example.org",
  'пользователь@пример.рф',
  '用户@例子.中国',
  'a@b.co',
]
for (const address of addresses) {
  test(`${address} is an e-mail address, kept as it is written`, () => {
    expect(Email.parse(` ${address} `)).toBe(address)
  })
}

const none = [
  'ada',
  '@example.org',
  'ada@',
  'ada@localhost',
  'ada@example..org',
  'ada@-example.org',
  'ada@192.0.2.1',
  'ada@exa mple.org',
  'ada@exa_mple.org',
  '.ada@example.org',
  'a..da@example.org',
  'ada lovelace@example.org',
  'ada@bob@example.org',
  'ada@example.org, bob@example.org',
  '<ada@example.org>',
  'ada@example.org\0',
  'ada\u200b@example.org',
  'ada@xn--zz.org',
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a'.repeat(64)}.org`,
]
for (const text of none) {
  test(`${JSON.stringify(text)} is no e-mail address`, () => {
    expect(Email.safeParse(text).error?.issues).toMatchObject([{ message: 'email_unreadable' }])
  })
}

test('the spellings of one mailbox have the same first one', () => {
  for (const spelling of [
    'user@exämple.org',
    'user@EXÄMPLE.org',
    'user@xn--exmple-cua.org',
    'user@exa\u0308mple.org',
  ]) {
    expect(spellingsOf(spelling)[0]).toBe('user@xn--exmple-cua.org')
  }
})
