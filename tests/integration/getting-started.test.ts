import { beforeAll, expect, test } from 'vitest'
import { shortKey } from '@/lib/domain/citation'
import { contactsFor } from '@/lib/overview/contacts'
import { dashboard } from '@/lib/overview/dashboard'
import { byParagraph, firstRecommendations, firstSteps, type Unassigned } from '@/lib/overview/getting-started'
import { db } from '@/lib/platform/db'
import { seed } from '@/prisma/seed/seed'
import { emailOf, givenPeople, givenRecommendation, people } from '../support/given'
import { givenPerson } from '../support/given-person'

beforeAll(async () => {
  await seed()
  await givenPeople()
  await givenRecommendation({ archived: true })
})

const short = ({ key, code }: Unassigned) => shortKey(key, code)

test('on the first day there is what the text has, paragraph by paragraph, and nothing of what is archived', async () => {
  const all = await firstRecommendations()
  expect(
    byParagraph(all).map(({ paragraph, recommendations }) => [paragraph.label, recommendations.map(short)]),
  ).toEqual([
    ['15', ['15.1']],
    ['16', ['16.1', '16.2']],
    ['17', ['17.1', '17.2', '17.3', '17.4']],
    ['18', ['18.1', '18.2', '18.3']],
  ])
})

test('the first steps: those whom the text names, the group to which it speaks most, what names nobody', async () => {
  const { named, group, nameless } = firstSteps(await firstRecommendations())
  expect(named && [short(named.recommendation), named.organizations]).toEqual(['17.3', ['UNODC', 'Council of Europe']])
  expect(group && [group.slug, group.recommendations.map(short)]).toEqual(['states', ['15.1', '17.1', '18.1', '18.3']])
  expect(nameless.map(short)).toEqual(['16.2', '17.2', '17.4'])
})

test('nothing is assigned, which the dashboard says by its numbers', async () => {
  const { assignments, recommendations, organizations, groups, attention, work } = await dashboard(people.amina)
  expect(assignments).toEqual({ total: 0, pending: 0, overdue: 0, soon: 0, byStatus: {} })
  expect(recommendations).toEqual({
    total: 10,
    overdue: 0,
    soon: 0,
    action: { total: 8, byStatus: { unassigned: 8 } },
    finding: { total: 2, byStatus: { noted: 2 } },
  })
  expect([organizations, groups, attention.overdue, attention.soon, work?.items]).toEqual([[], [], [], [], []])
  expect(attention.unassigned).toHaveLength(5)
})

test('coordinators are asked for help, then administrators, but nobody who cannot sign in yet', async () => {
  await givenPerson({ role: 'coordinator', invited: true })
  const [chen, faisal] = [people.chen.id, people.faisal.id]
  await db.user.updateMany({ where: { id: { in: [chen, faisal] } }, data: { passwordHash: 'hashed' } })
  expect((await contactsFor(people.dita)).map(({ email }) => email)).toEqual([emailOf('chen'), emailOf('faisal')])
  await db.user.update({ where: { id: chen }, data: { disabledAt: new Date() } })
  expect((await contactsFor(people.dita)).map(({ email }) => email)).toEqual([emailOf('faisal')])
})
