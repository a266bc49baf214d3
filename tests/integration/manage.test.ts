import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import * as token from '@/lib/cli/manage/token'
import * as user from '@/lib/cli/manage/user'
import { parseOptions, type Verb } from '@/lib/cli/manage/verb'
import { Problem } from '@/lib/cli/problem'
import { readEnvironment } from '@/lib/platform/environment'
import { emailOf, givenPeople } from '../support/given'

/** What somebody typed after the verb, as the command line hands it on. */
async function run(verb: Verb, ...typed: string[]) {
  await givenPeople()
  const { values } = parseArgs({ args: typed, options: parseOptions(verb) })
  return verb.run(values, readEnvironment(process.env))
}

const [amina, nobody] = [emailOf('amina'), 'nobody@example.org']
const asX = ['--email', 'x@example.org', '--name', 'X', '--role', 'viewer']

test.each([
  [user.create, [...asX, '--email', amina], 'Someone already has this email address.'],
  [user.create, [...asX, '--email', 'x'], 'email: This is not an email address.'],
  [user.create, [...asX, '--role', 'king'], 'role: Choose a role.'],
  [user.create, [...asX, '--organization', 'atlantis'], 'organizations.0: There is no organization called “atlantis”.'],
  [user.reset, ['--email', nobody], `Nobody has the email address ${nobody}.`],
  [token.create, ['--user', nobody, '--name', 'X'], `Nobody has the email address ${nobody}.`],
  [token.create, ['--user', amina, '--name', 'X', '--days', '0'], 'days: Enter a number of days from 1 to 366.'],
  [token.create, ['--user', amina], 'name: Say what the token is for.'],
])('at the console what cannot be done is refused in one clear sentence: $1', async (verb, typed, sentence) => {
  const refusal: unknown = await run(verb, ...typed).catch((error) => error)
  expect(refusal).toBeInstanceOf(Problem)
  expect(String(refusal)).toMatch(/^Problem: [^\n]+$/)
  expect(String(refusal)).toContain(sentence)
})
