import { beforeAll, expect, test } from 'vitest'
import { editDocument } from '@/lib/documents/edit-document'
import { listDocuments } from '@/lib/documents/queries'
import { listOrganizations } from '@/lib/organizations/queries'
import { listPeople } from '@/lib/people/queries'
import { pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { readFilters } from '@/lib/register/filters'
import { pageOf } from '@/lib/register/list'
import { rowsOf } from '@/lib/register/list-rows'
import { scopeOf } from '@/lib/register/scope'
import { hit } from '@/lib/register/search-hits'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, people } from '../support/given'
import { givenPerson } from '../support/given-person'
import { answerOf, givenOrganization } from '../support/places'

const { chen } = people

beforeAll(givenPeople)

/** A published document of these paragraphs, each of which is one recommendation. */
async function givenDocument(language: string, ...texts: string[]) {
  const code = `S-${newId().toUpperCase()}`
  const paragraphs = texts.map((text, place) => ({ label: String(place + 1), text }))
  const recommendations = texts.map((text, place) => ({ paragraph: place + 1, start: 0, end: [...text].length }))
  return answerOf(await addDocument(chen, { code, title: 'Report', language, paragraphs, recommendations }))
}

async function found(code: string, q: string) {
  const filters = answerOf(readFilters(new URLSearchParams({ q, document: code, sort: 'text' })))
  const scope = answerOf(await scopeOf(chen, filters))
  const { ids } = answerOf(await pageOf(scope))
  return rowsOf(ids, scope)
}

const texts: Record<string, string> = {
  en: 'States should train prosecutors and co-operate with private-sector entities.',
  fr: 'Les États devraient renforcer la coopération et protéger les données personnelles.',
  es: 'Los Estados deberían intensificar la cooperación y proteger a los niños.',
  ru: 'Государствам следует укреплять сотрудничество и учёт.',
  ar: 'ينبغي للدول أن تعزز التعاون الدولي لمدة طويلة',
  zh: '各国应当加强打击网络犯罪的国际合作。',
  th: 'รัฐควรส่งเสริมความร่วมมือ',
}

const finds = [
  {
    language: 'en',
    q: [
      'trained prosecutor',
      'PRIVATE SECTOR',
      'private-sector',
      'cooperate',
      'co-operate',
      'secut',
      '"private sector"',
    ],
  },
  {
    language: 'fr',
    q: ['coopération', 'coope\u0301ration', 'cooperation', 'ETATS', 'état', 'donnée', 'donnees', 'proteger'],
  },
  { language: 'es', q: ['cooperación', 'cooperacion', 'cooperaciones', 'ninos', 'niño'] },
  { language: 'ru', q: ['сотрудничества', 'СОТРУДНИЧЕСТВО', 'учет', 'государства'] },
  { language: 'ar', q: ['التعاون', 'مُدَّة', 'تعاون'] },
  { language: 'zh', q: ['网络', '犯罪', '打击网络犯罪', '合'] },
  { language: 'th', q: ['รัฐ', 'ความร่วมมือ'] },
]
for (const { language, q } of finds) {
  test(`a text in ${language} is found by ${q.join(', ')}`, async () => {
    const { code } = await givenDocument(language, texts[language] ?? '', 'Something else altogether.')
    for (const typed of q) expect(await found(code, typed), typed).toMatchObject([{ key: `${code}-1.1` }])
  })
}

test('a text kept in decomposed letters is found by composed ones', async () => {
  const { code } = await givenDocument('fr', (texts.fr ?? '').normalize('NFD'))
  for (const typed of ['données', 'donne\u0301es', 'donnees']) expect(await found(code, typed), typed).toHaveLength(1)
})

test('a stop word is found where it stands in capitals, alone and beside other words', async () => {
  const { code } = await givenDocument(
    'en',
    'States should buy IT equipment as the WHO and the UN advise.',
    'States should ask who will pay for it.',
  )
  for (const q of ['IT', 'WHO', 'it', '"IT equipment"', 'IT equipment', 'WHO advises', 'un']) {
    expect(
      (await found(code, q)).map(({ key }) => key),
      q,
    ).toContain(`${code}-1.1`)
  }
  expect(await found(code, 'IT')).toHaveLength(1)
  const [{ quote = '' } = {}] = await found(code, 'IT')
  expect(quote).toContain(`buy ${hit.start}IT${hit.stop} equipment`)
})

test('a key and a word are found together', async () => {
  const { code } = await givenDocument('en', 'States should train experts.', 'States should train judges.')
  for (const q of ['1.1 experts', 'expert 1.1', `${code}-1.1 trained`, `${code} 1.1 expert`]) {
    expect(
      (await found(code, q)).map(({ key }) => key),
      q,
    ).toEqual([`${code}-1.1`])
  }
  expect(await found(code, '2.1 experts')).toEqual([])
})

test('what is not there is not found, and a minus leaves out', async () => {
  const { code } = await givenDocument('en', texts.en ?? '', 'States should train judges.')
  expect(await found(code, 'train astronauts')).toEqual([])
  for (const q of ['train -prosecutors', 'train -prosecutor', 'train -"private sector"']) {
    expect(await found(code, q), q).toMatchObject([{ key: `${code}-2.1` }])
  }
})

test('a report enters nothing anew into what is searched', async () => {
  const { id: assignmentId, recommendationId } = await givenAssignment()
  const place = async () => {
    const { rows } = await pool.query('select ctid from recommendation_search where recommendation_id = $1', [
      recommendationId,
    ])
    return rows
  }
  const before = await place()

  answerOf(await reportProgress(chen, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }))

  expect(await place()).toEqual(before)
  expect(before).toHaveLength(1)
})

test('a changed language changes the stems', async () => {
  const { code } = await givenDocument('en', texts.ru ?? '')
  expect(await found(code, 'сотрудничества')).toEqual([])
  answerOf(await editDocument(chen, { code, version: 1, language: 'ru' }))
  expect(await found(code, 'сотрудничества')).toHaveLength(1)
})

test('a key is found by what it says after its document, whatever hyphens it has', async () => {
  const code = `S-${newId().toUpperCase()}`
  const labels = ['3-4', '1.10', '4']
  await addDocument(chen, {
    code,
    title: 'Report',
    paragraphs: labels.map((label) => ({ label, text: 'States should act.' })),
    recommendations: labels.map((_, place) => ({ paragraph: place + 1, start: 0, end: 18 })),
  })
  for (const short of ['3-4.1', '1-10.1', '4.1']) {
    expect((await found(code, short)).map(({ key }) => key)).toContain(`${code}-${short}`)
  }
})

test('hits are marked, and an excerpt says where it is cut', async () => {
  const long = `${'States should act on what was agreed. '.repeat(12)}They should train judges. ${'More was said. '.repeat(20)}`
  const { code } = await givenDocument('en', long, 'İstanbul’da co\u00F6peration was praised.')
  const [{ quote = '' } = {}] = await found(code, 'trained judge')
  expect(quote).toMatch(/^….*….$|^….*…$/s)
  expect(quote).toContain(`${hit.start}train${hit.stop} ${hit.start}judges${hit.stop}`)
  expect([...quote].length).toBeLessThan(260)

  const [{ quote: folded = '' } = {}] = await found(code, 'cooper')
  expect(folded).toContain(`${hit.start}coöper${hit.stop}ation`)
})

test('organizations, documents and people are found whatever their accents, case and form', async () => {
  const mark = newId()
  const organization = await givenOrganization({ name: `Côte d’Ivoire  Türkiye ${mark}` })
  for (const q of ["cote d'ivoire turkiye", 'CÔTE D’IVOIRE', 'Tu\u0308rkiye', organization.slug]) {
    const { items } = await listOrganizations(chen, { q: `${q}`, limit: 200 })
    expect(
      items.map(({ slug }) => slug),
      q,
    ).toContain(organization.slug)
  }
  const person = await givenPerson({ name: `Tomás Ñandú ${mark}` })
  for (const q of [`tomas nandu ${mark}`, `Toma\u0301s ÑANDÚ ${mark}`]) {
    expect(
      (await listPeople(chen, { q })).items.map(({ id }) => id),
      q,
    ).toEqual([person.id])
  }
  const { code } = await givenDocument('en', 'States should act.')
  answerOf(await editDocument(chen, { code, version: 1, title: `Évaluation générale ${mark}` }))
  expect((await listDocuments(chen, { q: `evaluation generale ${mark}` })).items).toMatchObject([{ code }])
})

test('a key is found also where a blank stands before the number of its paragraph', async () => {
  const { code } = await givenDocument('en', 'States should train prosecutors.', 'States should share data.')

  for (const q of [`${code}-2.1`, `${code} 2.1`, `${code.toLowerCase()} 2.1`]) {
    expect((await found(code, q)).map(({ key }) => key)).toEqual([`${code}-2.1`])
  }
})
