import { expect, test } from 'vitest'
import { unknownPerson } from '@/lib/domain/owners'
import { t } from '@/lib/platform/i18n'

test.each([
  ['nobody@example.org', 'Nobody with the email address nobody@example.org has an account.'],
  ['018f0000-0000-7000-8000-000000000001', 'Nobody with the ID 018f0000-0000-7000-8000-000000000001 has an account.'],
  ['Ada', 'Nobody with the name Ada has an account. Enter an email address.'],
])('%s is called what it is where nobody has it', (named, message) => {
  expect(t('errors.owner_unknown', unknownPerson(named)).replace(/[\u2068\u2069]/g, '')).toBe(message)
})
