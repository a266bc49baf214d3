import { expect, test } from 'vitest'
import { findCandidates } from '@/lib/suggestions/find-candidates'

/** Texts that each ask for something in one of the ways of their language, and whom they ask. */
const asking: Record<string, [text: string, ...names: string[]][]> = {
  en: [
    ['It is vital that local authorities have the powers they need.', 'local authorities'],
    ['There should be a single register of contracts.'],
    ['Steps should be taken by the Ministry of Justice to reduce delays.', 'Ministry of Justice'],
    ['Countries with land borders should exchange data.', 'Countries with land borders'],
    ['States with the support of donors should exchange data.', 'States'],
    ['We look to the regulator to act on this.', 'regulator'],
  ],
  fr: [
    ['Il faut que le Gouvernement dépose un projet de loi.', 'Gouvernement'],
    ['Le Comité demande à l’État partie et à ses tribunaux de publier les décisions.', 'État partie', 'tribunaux'],
    ['Les gestionnaires devraient également publier leurs comptes.', 'gestionnaires'],
    ['Il est recommandé aux collectivités locales de revoir leurs tarifs.', 'collectivités locales'],
    ['Le Sous-Comité recommande que les détenus aient accès à un médecin.'],
  ],
  es: [
    ['Se recomienda a la Dirección General que revise sus procedimientos.', 'Dirección General'],
    ['Los ayuntamientos deberían publicar sus cuentas.', 'ayuntamientos'],
    ['El Subcomité alienta al Estado parte a considerar medidas alternativas.', 'Estado parte'],
    ['Es necesario que el Gobierno presente un proyecto de ley.', 'Gobierno'],
  ],
  ru: [
    ['Необходимо, чтобы областные администрации публиковали отчеты.', 'областные администрации'],
    ['Подкомитет рекомендует властям сократить сроки содержания под стражей.', 'властям'],
  ],
  zh: [['审计署建议财政部修订办法。', '财政部']],
  ar: [
    ['ينبغي للدولة الطرف أن تصدق على الاتفاقية.', 'للدولة الطرف'],
    ['يجب على الوزارة أن تراجع إجراءاتها.', 'الوزارة'],
  ],
}

const cases = Object.entries(asking).flatMap(([language, all]) => all.map((one) => [language, ...one] as const))

test.each(cases)('in %s, %j is found with those whom it asks', async (language, text, ...names) => {
  const paragraphs = [
    { label: '1', text: 'Recommendation 1', heading: 'Recommendations' },
    { label: '2', text, heading: 'Recommendations' },
  ]
  const found = await findCandidates(paragraphs, { language, date: '2026-01-01' })
  const one = found.find(({ quote, confidence }) => quote === text && confidence >= 0.5)
  expect(one?.addressees.map(({ name }) => name)).toEqual(names)
})

test.each([
  ['en', 'The Agency to publish its accounts.', 'Agency'],
  ['en', 'Regular training of laboratory staff in all districts.'],
  ['en', 'Stresses the need for States to cooperate;', 'States'],
  ['en', 'Agencies are reminded to file on time.', 'Agencies'],
  ['en', 'The Board is of the view that UNHCR should review its policy.', 'UNHCR'],
  ['fr', 'Renforcer le contrôle des marchés.'],
  ['es', 'Que el Ministerio publique los datos cada año.', 'Ministerio'],
  ['es', 'Reforzar el control de los contratos.'],
  ['ru', 'Правительству рассмотреть вопрос о создании фонда.', 'Правительству'],
  ['ru', 'Усилить контроль за расходами.'],
  ['zh', '完善内部控制制度。'],
  ['ar', 'تعزيز الرقابة على العقود.'],
  ['ar', 'على الحكومة أن تقدم مشروع القانون.', 'الحكومة'],
])('in %s, %j is found among recommendations', async (language, text, ...names) => {
  const headings: Record<string, string> = {
    fr: 'Propositions',
    es: 'Propuestas',
    ru: 'Предложения',
    zh: '建议',
    ar: 'المقترحات',
  }
  const { [language]: heading = 'Recommendations' } = headings
  const [found] = await findCandidates([{ label: '1', text, heading }], { language })
  expect(found).toMatchObject({ quote: text, kind: 'action' })
  expect(found?.confidence).toBeGreaterThanOrEqual(0.5)
  expect(found?.addressees.map(({ name }) => name)).toEqual(names)
})

test('what somebody will do is no request', async () => {
  const text = 'The Department will consult the agencies on the measures and expects to report in May.'
  expect(await findCandidates([{ label: '1', text, heading: 'Recommendations' }], { language: 'en' })).toEqual([])
})

const open = { label: '', heading: 'Recommandations' }

test('an item says who is to act before its verb', async () => {
  const text = 'The Department of Health and the regional agencies review their guidance.'
  const [found] = await findCandidates([{ label: 'Recommendation 1', text }], { language: 'en' })
  expect(found?.addressees.map(({ name }) => name)).toEqual(['Department of Health', 'regional agencies'])
})

test('a line that names those who are asked stands for the items below it', async () => {
  const paragraphs = [
    { ...open, text: 'Au ministère de l’Environnement :' },
    { ...open, label: 'Recommandation n° 1', text: 'simplifier la procédure ;' },
    { ...open, text: 'Aux gestionnaires :' },
    { ...open, label: 'Recommandation n° 2', text: 'publier leurs comptes.' },
  ]
  const found = await findCandidates(paragraphs, { language: 'fr', date: '2026-01-01' })
  expect(found.map(({ addressees }) => addressees.map(({ name }) => name))).toEqual([
    ['ministère de l’Environnement'],
    ['gestionnaires'],
  ])
})
