import { expect, test } from 'vitest'
import { findCandidates } from '@/lib/suggestions/find-candidates'
import { languageOf } from '@/lib/suggestions/language-of'
import { reasonWords } from '@/lib/suggestions/reason-words'
import { rules } from '@/lib/suggestions/weigh'

const date = '2024-06-30'
async function first(text: string, about: Parameters<typeof findCandidates>[1] = {}) {
  const paragraph = { label: '1', text, heading: 'Recommendations' }
  const [candidate] = await findCandidates([paragraph], { language: 'en', date, ...about })
  return candidate
}

test.each([
  ['Requests the Secretary-General, within existing resources, to submit a report.', 'Submit a report'],
  ['The Committee recommends that the State party amend the law on nationality.', 'Amend the law on nationality'],
  ['The Board reiterates its previous recommendation that the Agency close the account.', 'Close the account'],
  ['It was recommended that tariffs be reviewed every five years.', 'Review tariffs every five years'],
  ['The State party is requested to provide information.', 'Provide information'],
  ['Petty cash should be reconciled monthly.', 'Reconcile petty cash monthly'],
  ['UNESCO records should be kept.', 'Keep UNESCO records'],
  ['The Fund should, in cooperation with the Board, evaluate vendors.', 'Evaluate vendors'],
  [
    'The Mission should: (a) calibrate all gauges; and (b) recover the cost.',
    'Calibrate all gauges; and (b) recover the cost',
  ],
  ['To reduce costs, the Ministry should merge the two funds.', 'Merge the two funds'],
  ['We recommend that the Government publish it. (Paragraph 13)', 'Publish it'],
  ['There was a need to train inspectors.', 'Train inspectors'],
  ['Ratify the Convention (Egypt) (Chile);', 'Ratify the Convention'],
  ['2026/01 The Authority should replace the signals.', 'Replace the signals'],
  ['To report on progress to the Assembly.', 'Report on progress to the Assembly'],
])('the title of "%s" begins with the action', async (sentence, title) => {
  expect((await first(sentence))?.title).toBe(title)
})

test.each([
  ['fr', 'Le Comité engage l’État partie à publier les résultats.', 'Publier les résultats', ['État partie']],
  ['fr', 'Le ministère doit réviser la convention.', 'Réviser la convention', ['ministère']],
  ['es', 'El Estado parte debe garantizar el acceso.', 'Garantizar el acceso', ['Estado parte']],
  ['ru', 'Комитет просит государство-участник представить доклад.', 'Представить доклад', ['государство-участник']],
  ['zh', '委员会促请缔约国培训法官。', '培训法官。', ['缔约国']],
  ['ar', 'تطلب اللجنة إلى الدولة الطرف أن تقدم تقريرا.', 'تقدم تقريرا', ['الدولة الطرف']],
])('in %s, "%s" has a title and says who should act', async (language, sentence, title, names) => {
  const found = await first(sentence, { language })
  expect(found?.title).toBe(title)
  expect(found?.addressees.map(({ name }) => name)).toEqual(names)
})

test.each([
  ['The Treasury and the Department should agree.', ['Treasury', 'Department']],
  ['Member States and international organizations should act.', ['Member States', 'international organizations']],
  ['The Ministry of Trade and Industry should act.', ['Ministry of Trade and Industry']],
  ['The executive heads who have not yet done so should report.', ['executive heads']],
  ['Donors are invited to contribute.', ['Donors']],
  ['Calls upon the regional commissions to act.', ['regional commissions']],
  ['The Committee recommends that the State party ratify the Protocol.', ['State party']],
  ['UNODC should act.', ['UNODC']],
  ['The gauges should be calibrated by the Mission.', ['Mission']],
  ['An expert group should be convened.', []],
  ['Ratify the Convention (Egypt).', []],
])('"%s" says who should act', async (sentence, names) => {
  expect((await first(sentence))?.addressees.map(({ name }) => name)).toEqual(names)
})

test('an organization is found by its name, its acronym and, less surely, by a similar name', async () => {
  const organizations = [
    { id: 'a', name: 'Ministry of Éducation' },
    { id: 'b', name: 'United Nations Office on Drugs and Crime', acronym: 'UNODC' },
  ]
  const match = async (name: string) => (await first(`The ${name} should act.`, { organizations }))?.addressees
  expect(await match('Ministry of Education')).toEqual([
    { name: 'Ministry of Education', organization: 'a', match: 'linked' },
  ])
  expect(await match('UNODC')).toEqual([{ name: 'UNODC', organization: 'b', match: 'linked' }])
  expect(await match('Ministry for Education')).toEqual([
    { name: 'Ministry for Education', organization: 'a', match: 'proposed' },
  ])
  expect(await match('Coastguard')).toEqual([{ name: 'Coastguard', match: 'new' }])
})

test.each([
  ['en', 'by the end of 2027', '2027-12-31'],
  ['en', 'by 2028', '2028-12-31'],
  ['en', 'before 2028', '2027-12-31'],
  ['en', 'by July 2030', '2030-07-31'],
  ['en', 'by 30 September', '2024-09-30'],
  ['en', 'by March', '2025-03-31'],
  ['en', 'no later than March 5, 2027', '2027-03-05'],
  ['en', 'by the end of February 2028', '2028-02-29'],
  ['en', 'within two years', '2026-06-30'],
  ['en', 'within 18 months of the adoption of this report', '2025-12-30'],
  ['en', 'within two years of each inspection', undefined],
  ['en', 'within 28 days', undefined],
  ['en', 'at its next session', undefined],
  ['fr', 'avant la fin de 2027', '2027-12-31'],
  ['fr', 'd’ici à juin 2027', '2027-06-30'],
  ['fr', 'dans un délai de deux ans', '2026-06-30'],
  ['es', 'antes del 31 de julio de 2029', '2029-07-31'],
  ['es', 'en el plazo de un año', '2025-06-30'],
  ['ru', 'к концу 2027 года', '2027-12-31'],
  ['ru', 'в течение двух лет', '2026-06-30'],
  ['zh', '在2029年7月之前', '2029-07-31'],
  ['zh', '在两年内', '2026-06-30'],
  ['ar', 'بحلول نهاية عام 2027', '2027-12-31'],
  ['ar', 'في غضون سنتين', '2026-06-30'],
])('in %s, "%s" is due on %s', async (language, words, due) => {
  const asks: Record<string, string> = {
    en: `States should act ${words}.`,
    fr: `Les États doivent agir ${words}.`,
    es: `Los Estados deben actuar ${words}.`,
    ru: `Государства должны действовать ${words}.`,
    zh: `各国应${words}行动。`,
    ar: `ينبغي للدول أن تعمل ${words}.`,
  }
  expect((await first(asks[language] ?? '', { language }))?.dueOn).toBe(due)
})

test('a theme is suggested where its words occur in some form', async () => {
  const themes = ['Capacity-building', 'Technical assistance', 'Trade']
  const found = await first('States should build capacities by technical assistance.', { themes })
  expect(found?.themes).toEqual(['Capacity-building', 'Technical assistance'])
})

test('each reason has words', () => {
  expect(rules.map(reasonWords)).toHaveLength(new Set(rules.map(reasonWords)).size)
})

test.each([
  ['en', 'The Committee recommends that the law be amended.'],
  ['fr', 'Le Comité recommande de modifier la loi et de former les juges.'],
  ['es', 'El Comité recomienda que se modifique la ley y que se forme a los jueces.'],
  ['ru', 'Комитет рекомендует внести поправки в закон.'],
  ['zh', '委员会建议修订该法。'],
  ['ar', 'توصي اللجنة بتعديل القانون.'],
])('a text in %s is recognised by its words', (language, text) => {
  expect(languageOf([{ label: '', text }])).toBe(language)
})
