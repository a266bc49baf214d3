import { mkdtempSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import * as importing from '@/lib/cli/manage/import'
import * as token from '@/lib/cli/manage/token'
import * as user from '@/lib/cli/manage/user'
import { parseOptions, type Verb } from '@/lib/cli/manage/verb'
import { Problem } from '@/lib/cli/problem'
import { db } from '@/lib/platform/db'
import { readEnvironment } from '@/lib/platform/environment'
import { newId } from '@/lib/platform/id'
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

test('a file is imported and published at the console, as the first administrator', async () => {
  const code = `R-${newId().toUpperCase()}`
  const file = join(mkdtempSync(join(tmpdir(), 'import-')), 'report.txt')
  await writeFile(file, `1. States should train judges in ${code}. They met.`)
  const imported = (given: object) => importing.importFile.run({ file, ...given }, readEnvironment(process.env))

  expect(await imported({})).toMatch(
    /^1 paragraph, 1 suggested recommendation, 0 further sentences. It waits for a review at \/imports\//,
  )
  await expect(imported({ publish: true, user: amina })).rejects.toThrow('Only coordinators and administrators import')
  await expect(imported({ publish: true })).rejects.toThrow('code: Enter a short code')
  expect(await imported({ publish: true, code })).toBe(`Published as ${code}.`)
  expect(await imported({ publish: true, code })).toBe(`Published as ${code}.`)
  expect(await db.recommendation.count({ where: { document: { code } } })).toBe(1)
  await expect(imported({ file: `${file}.none` })).rejects.toThrow('There is no such file')
})
