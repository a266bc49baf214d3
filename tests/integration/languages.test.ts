import '../support/mailbox'

import { beforeAll, expect, test } from 'vitest'
import { GET } from '@/app/api/v1/recommendations/[key]/route'
import { inviteUser } from '@/lib/people/invite-user'
import { makeResetLink } from '@/lib/people/make-reset-link'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { inLanguage } from '@/lib/platform/languages'
import { inRequest } from '@/lib/platform/request-scope'
import { recommendationNow } from '@/lib/recommendations/queries'
import { readFilters } from '@/lib/register/filters'
import { listAsJson } from '@/lib/register/list'
import { recommendationAsJson } from '@/lib/register/recommendation'
import { findRecommendationView } from '@/lib/register/recommendation-view'
import { call } from '../support/api'
import { recommendationsCsv } from '../support/exported'
import { givenPeople, givenRecommendation, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { letters } from '../support/mailbox'

const { chen, faisal } = people

beforeAll(givenPeople)

function everything() {
  const filters = readFilters(new URLSearchParams())
  if (!filters.ok) throw new Error('Unreadable.')
  return filters.value
}

test('a mail is in the language of who reads it, not of who sends it', async () => {
  const { id } = await givenPerson()
  await db.user.update({ where: { id }, data: { locale: 'en-XB' } })
  const somebody = { email: `${newId()}@example.org`, name: `Oskar ${newId()}`, role: 'viewer' as const }

  letters.length = 0
  await makeResetLink(faisal, { id })
  await inLanguage('en-XB', () => inviteUser(chen, somebody))

  const subjects = letters.map(({ text }) => /^Subject: (.*)/m.exec(text)?.[1] ?? '')
  expect(subjects).toHaveLength(2)
  expect(subjects[0]).toContain('=?UTF-8?')
  expect(subjects[1]).toBe('Your invitation to Followthrough')
})

test('what is kept in one language is not answered in another one', async () => {
  const { id, key } = await givenRecommendation()
  const inBoth = async (read: () => Promise<unknown>) => {
    const texts = [await read(), await inLanguage('en-XB', read), await read()]
    return texts.map((text) => /"citation":"(.*?)"/.exec(JSON.stringify(text).replaceAll('\\', ''))?.[1] ?? '')
  }

  const reads = [
    async () => listAsJson(chen, everything()),
    () => recommendationAsJson(chen, key),
    () => findRecommendationView(chen, key),
    () => db.$transaction((tx) => recommendationNow(tx, id)),
  ]
  for (const read of reads) {
    const [before, other, after] = await inBoth(read)
    expect(before).toMatch(/, para\. \d+$/)
    expect(other).toMatch(/, ⟦.*⟧$/)
    expect(after).toBe(before)
  }
})

test('a sheet is written in the language in which it was asked for, wherever its lines are read', async () => {
  await givenRecommendation()
  const asked = await inLanguage('en-XB', () => recommendationsCsv(chen, everything()))
  if (!asked.ok) throw new Error('Refused.')

  const lines: string[] = []
  for await (const line of asked.value) lines.push(...line.split('\r\n').filter(Boolean))
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).toContain('⟦')
})

test('the API answers somebody in the language that they have chosen, and nobody else', async () => {
  const { id } = people.dita
  await db.user.update({ where: { id }, data: { locale: 'en-XB' } })
  const asked = async (as: 'dita' | 'chen') => {
    const scope = { reference: '', reached: false, language: 'en', setHeader() {}, setStatus() {} }
    const { body } = await inRequest(scope, () => call(GET, { key: 'NOWHERE-1.1' }, { as }))
    return body.detail
  }
  const [theirs, ours] = await Promise.all([asked('dita'), asked('chen')])
  expect(theirs).toMatch(/^⟦.*⟧$/)
  expect(ours).toMatch(/^[^⟦]+$/)
})
