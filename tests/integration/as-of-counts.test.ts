import { expect, test } from 'vitest'
import { GET as documentOf } from '@/app/api/v1/documents/[code]/route'
import { GET as documentsOf } from '@/app/api/v1/documents/route'
import { GET as organizationsOf } from '@/app/api/v1/organizations/route'
import { mayKeepDocuments } from '@/lib/documents/policy'
import { mayKeepGroups, mayKeepOrganizations } from '@/lib/organizations/policy'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { organizationAssignments } from '@/lib/register/organization-assignments'
import { call } from '../support/api'
import { organizations, people } from '../support/given'
import { givenTwoDays, twoDays } from '../support/given-two-days'

const { amina, chen } = people
const { health } = organizations
const { before, added, reported } = twoDays

const asOf = (day: string, query = '') => ({ as: 'amina' as const, query: `as-of=${day}${query}` })

test('documents and organizations have the counts of the day', async () => {
  const { code } = await givenTwoDays()

  const countsOn = async (day: string) => (await call(documentOf, { code }, asOf(day))).body.counts
  expect(await countsOn(added)).toEqual({ not_started: 1 })
  expect(await countsOn(reported)).toEqual({ implemented: 1 })
  expect((await call(documentOf, { code }, asOf(before))).status).toBe(404)
  const listed = async (day: string) => (await call(documentsOf, {}, asOf(day, `&q=${code}`))).body.items
  expect(await listed(before)).toEqual([])
  expect(await listed(added)).toMatchObject([{ counts: { not_started: 1 } }])
  const { body } = await call(documentOf, { code }, asOf(added))
  expect(body.paragraphs[0].recommendations).toMatchObject([{ status: 'not_started' }])

  const loadOn = async (day: string) => {
    const { body } = await call(organizationsOf, {}, asOf(day, `&q=${encodeURIComponent(health.name)}`))
    const [{ assignments, counts, overdue }] = body.items
    return { assignments, counts, overdue }
  }
  const [first, second] = [await loadOn(added), await loadOn(reported)]
  expect(await loadOn(before)).toEqual({ assignments: 0, counts: {}, overdue: 0 })
  expect(first.counts).toEqual({ not_started: first.assignments })
  expect(second).toMatchObject({ assignments: first.assignments, counts: { implemented: first.assignments } })
  const keysOn = async (day: string, stage: 'open' | 'reported') => {
    const wanted = { slug: health.slug, stage }
    const { items } = await showing(pastDayOf(day), () => organizationAssignments(amina, wanted))
    return items.map(({ key }) => key)
  }
  expect(await keysOn(added, 'open')).toContain(`${code}-1.1`)
  expect(await keysOn(reported, 'open')).not.toContain(`${code}-1.1`)
  expect(await keysOn(reported, 'reported')).toContain(`${code}-1.1`)
})

test('nobody keeps documents, organizations and groups on a past day', () => {
  const policies = [mayKeepDocuments, mayKeepOrganizations, mayKeepGroups]
  expect(policies.map((may) => may(chen))).toEqual([true, true, true])
  expect(showing(pastDayOf(added), () => policies.map((may) => may(chen)))).toEqual([false, false, false])
})
