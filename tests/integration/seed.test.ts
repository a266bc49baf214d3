import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { archiveDocument } from '@/lib/documents/archive-document'
import { verifyHistory } from '@/lib/history/verify'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { db } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { seed } from '@/prisma/seed/seed'
import { givenPeople, people } from '../support/given'
import { answerOf } from '../support/places'
import { openSession, untilHeld } from '../support/session'

const { chen } = people

/** As the United Nations printed them; the list marks of the file they came in are not text. */
const printed = {
  15: 'During the discussion on cybercrime, there was agreement on a number of conclusions and recommendations and on the need for States and international organizations to follow up on those recommendations with swift and concrete action.',
  16: 'There was agreement that the development of technology brought both benefits and threats to society and that countering cybercrime required urgent attention. The contributing factors and links between technology and crime should be carefully analysed in order to develop efficient strategies.',
  17: 'States should develop and strengthen long-term and sustainable capacities. Technical assistance, in particular for capacity-building and legislative drafting, as well as material resources and trained experts, were urgently needed in developing countries. UNODC should continue to cooperate with key partners to provide technical assistance in that regard, including with the Council of Europe as custodian of the Budapest Convention. The development of an action plan for capacity-building at the international level should be given careful consideration.',
  18: 'States should make every effort to enhance cooperation between national institutions, between States and with the private sector. This required the full political commitment of Governments. Exchange of information and best practices between States needed to be enhanced by, inter alia, the strengthening of relevant networks.',
}

const recommendations = [
  {
    key: '15.1',
    begins: 'During the discussion on cybercrime, there was agreement',
    kind: 'action',
    to: ['States', 'international organizations'],
  },
  { key: '16.1', begins: 'There was agreement that the development of technology', kind: 'finding', to: ['all'] },
  { key: '16.2', begins: 'The contributing factors and links', kind: 'action', to: [] },
  { key: '17.1', begins: 'States should develop and strengthen', kind: 'action', to: ['States'] },
  { key: '17.2', begins: 'Technical assistance, in particular', kind: 'action', to: [] },
  {
    key: '17.3',
    begins: 'UNODC should continue to cooperate',
    kind: 'action',
    to: ['UNODC', 'key partners', 'Council of Europe'],
  },
  { key: '17.4', begins: 'The development of an action plan', kind: 'action', to: [] },
  { key: '18.1', begins: 'States should make every effort', kind: 'action', to: ['States'] },
  { key: '18.2', begins: 'This required the full political commitment', kind: 'finding', to: ['Governments'] },
  { key: '18.3', begins: 'Exchange of information and best practices', kind: 'action', to: ['States', 'networks'] },
]

/** Two at once: both are held back until both are there. */
beforeAll(async () => {
  const gate = await openSession()
  await gate.run(`select pg_advisory_xact_lock(hashtextextended('seed', 0))`)
  const both = Promise.all([seed(), seed()])
  await untilHeld(2)
  await gate.end('commit')
  await both
  await givenPeople()
})

const theReport = () =>
  db.document.findMany({
    include: { editions: { include: { paragraphs: { orderBy: { ordinal: 'asc' } } } } },
    omit: { id: true },
  })

test('two seeds at once leave one report', async () => {
  expect(await theReport()).toMatchObject([
    {
      code: 'SALVADOR-2010',
      title: 'Report of Committee II on agenda item 8 and Workshop 2, Addendum',
      symbol: null,
      body: 'Twelfth United Nations Congress on Crime Prevention and Criminal Justice',
      place: 'Salvador, Brazil',
      dated: new Date('2010-04-14'),
      language: 'en',
      distribution: 'Limited',
      jobNumber: 'V.10-52733',
      archivedAt: null,
      editions: [{ number: 1 }],
    },
  ])
  expect(await db.event.count({ where: { kind: 'document.added' } })).toBe(1)
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('paragraphs 15 to 18 stand letter for letter under their heading', async () => {
  const paragraphs = (await theReport()).flatMap(({ editions }) => editions.flatMap((edition) => edition.paragraphs))
  expect(paragraphs.map(({ label, text }) => [label, text])).toEqual(Object.entries(printed))
  expect(new Set(paragraphs.map(({ heading }) => heading))).toEqual(new Set(['Conclusions and recommendations']))
  expect(paragraphs.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4])
})

test('its ten sentences are ten recommendations, of their kinds and to whom they speak', async () => {
  const found = await db.recommendation.findMany({
    orderBy: [{ ordinal: 'asc' }, { start: 'asc' }],
    include: { addressees: { orderBy: { position: 'asc' } }, paragraph: true },
  })

  expect(found.map(({ key, kind, addressees }) => ({ key, kind, to: addressees.map(({ words }) => words) }))).toEqual(
    recommendations.map(({ key, kind, to }) => ({ key: `SALVADOR-2010-${key}`, kind, to })),
  )
  for (const [place, { quote }] of found.entries()) expect(quote).toContain(recommendations[place]?.begins)
  for (const [label, text] of Object.entries(printed)) {
    const quotes = found.filter(({ paragraph }) => paragraph.label === label).map(({ quote }) => quote)
    expect(quotes.join(' ')).toBe(text)
  }
  expect(new Set(found.map(({ status }) => status))).toEqual(new Set(['unassigned', 'noted']))
  expect(found.every(({ title, themes }) => title.length <= 80 && themes.length > 0)).toBe(true)
})

test('organizations and groups that the text names are there, and linked where it names them', async () => {
  const linked = await db.addressee.findMany({
    where: { OR: [{ organizationId: { not: null } }, { groupId: { not: null } }] },
    select: { words: true, organization: { select: { slug: true } }, group: { select: { slug: true } } },
  })
  const links = linked.map(({ words, organization, group }) => `${words}: ${organization?.slug ?? group?.slug}`)
  expect([...new Set(links)].sort()).toEqual([
    'Council of Europe: council-of-europe',
    'Governments: states',
    'States: states',
    'UNODC: unodc',
    'international organizations: international-organizations',
    'networks: networks',
  ])
  const slugs = async (rows: Promise<{ slug: string }[]>) => (await rows).map(({ slug }) => slug).sort()
  expect(await slugs(db.group.findMany())).toEqual([
    'developing-countries',
    'international-organizations',
    'networks',
    'states',
  ])
  expect(await db.groupMember.count()).toBe(0)
})

/** All that people could have changed. */
async function everything() {
  const [documents, recommendations, addressees, organizations, groups, assignments, events] = await Promise.all([
    db.document.findMany(),
    db.recommendation.findMany({ orderBy: { key: 'asc' } }),
    db.addressee.findMany({ orderBy: { id: 'asc' } }),
    db.organization.findMany({ orderBy: { id: 'asc' } }),
    db.group.findMany({ orderBy: { id: 'asc' } }),
    db.assignment.findMany(),
    db.event.count(),
  ])
  return { documents, recommendations, addressees, organizations, groups, assignments, events }
}

test('seeding again changes nothing that people have changed: titles, names, addressees, what is archived', async () => {
  const key = 'SALVADOR-2010-17.3'
  answerOf(
    await editRecommendation(chen, { key, version: 1, title: 'Go on', themes: [], kind: 'finding', addressees: [] }),
  )
  answerOf(await renameOrganization(chen, { slug: 'unodc', name: 'Office on Drugs and Crime', version: 1 }))
  answerOf(await assign(chen, { key, organization: 'council-of-europe' }))
  answerOf(await archiveDocument(chen, { code: 'SALVADOR-2010' }))
  const before = await everything()
  expect(before.documents).toMatchObject([{ archivedAt: expect.any(Date) }])

  await seed()

  expect(await everything()).toEqual(before)
})
