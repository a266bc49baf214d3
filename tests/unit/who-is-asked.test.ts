import { expect, test } from 'vitest'
import { findCandidates } from '@/lib/suggestions/find-candidates'

/** Texts that each ask for something in one of the ways of their language, and whom they ask. */
const asking: Record<string, [text: string, ...names: string[]][]> = {
  en: [
    ['No child should be detained with adults.'],
    ['It is time for the Government to set a date.', 'Government'],
    ['The Board considers it essential that UNDP monitor its partners.', 'UNDP'],
    ['The AAIB recommends that the manufacturer revise the checklist.', 'manufacturer'],
    ['We urge the Government not to delay the bill further.', 'Government'],
    ['The owner should cut back vegetation twice a year.', 'owner'],
    ['We expect a full account of progress to be sent to us.'],
    ['Sellers should be obliged to tell buyers about the risk of floods.', 'Sellers'],
    ['It would be useful to bring the two registers together.'],
    ['The Association is well placed to share what works, and we encourage it to collect examples.', 'Association'],
    ['There is a need for the Ministry to clarify who is responsible.', 'Ministry'],
    ['It is essential that the Government funds the centres.', 'Government'],
    ['Consideration should be given to the creation of a register.'],
    ['We want the Government to publish its assessment within a month.', 'Government'],
    ['We would like to see the Ministry set a date.', 'Ministry'],
    ['The Committee looks forward to receiving the results of the study.'],
    ['Stresses that States should share data.', 'States'],
    ['The Agency would benefit from a clear strategy.'],
    ['More needs to be done to reach young people.'],
    ['Urgent action is required to repair the dam.'],
    ['It is incumbent upon the Ministry to set standards.', 'Ministry'],
    ['Our recommendation is that the Ministry take over the register.', 'Ministry'],
    ['The Inspector recommends to the executive heads that they issue a joint policy.', 'executive heads'],
    ['The Working Group invites the secretariat to prepare a paper.', 'secretariat'],
    ['It is vital that local authorities have the powers they need.', 'local authorities'],
    ['There should be a single register of contracts.'],
    ['Steps should be taken by the Ministry of Justice to reduce delays.', 'Ministry of Justice'],
    ['Countries with land borders should exchange data.', 'Countries with land borders'],
    ['States with the support of donors should exchange data.', 'States'],
    ['We look to the regulator to act on this.', 'regulator'],
  ],
  fr: [
    ['Le Comité souligne qu’aucun enfant ne devrait être placé en détention.'],
    ['Il est indispensable de former les agents.'],
    ['Il appartient au ministère de fixer ces règles.', 'ministère'],
    ['La Cour juge nécessaire de fixer un plafond.'],
    ['La chambre invite la commune à tenir un inventaire.', 'commune'],
    ['La mission propose de créer un fonds unique.'],
    ['Un registre devrait être tenu par l’agence.', 'agence'],
    ['Il faut que le Gouvernement dépose un projet de loi.', 'Gouvernement'],
    ['Le Comité demande à l’État partie et à ses tribunaux de publier les décisions.', 'État partie', 'tribunaux'],
    ['Les gestionnaires devraient également publier leurs comptes.', 'gestionnaires'],
    ['Il est recommandé aux collectivités locales de revoir leurs tarifs.', 'collectivités locales'],
    ['Le Sous-Comité recommande que les détenus aient accès à un médecin.'],
  ],
  es: [
    ['Deben adoptarse medidas para reducir los plazos.'],
    ['Debería crearse un registro único.'],
    ['Es imprescindible que las provincias publiquen sus datos.', 'provincias'],
    ['Resulta necesario actualizar el registro.'],
    ['Corresponde al Ministerio fijar las normas.', 'Ministerio'],
    ['El Tribunal propone que se cree un fondo.'],
    ['Se recomienda a la Dirección General que revise sus procedimientos.', 'Dirección General'],
    ['Los ayuntamientos deberían publicar sus cuentas.', 'ayuntamientos'],
    ['El Subcomité alienta al Estado parte a considerar medidas alternativas.', 'Estado parte'],
    ['Es necesario que el Gobierno presente un proyecto de ley.', 'Gobierno'],
  ],
  ru: [
    ['Рекомендуется Министерству финансов пересмотреть тарифы.', 'Министерству финансов'],
    ['Следует создать единый реестр.'],
    ['Просит Генерального секретаря представить доклад.', 'Генерального секретаря'],
    ['Министерству необходимо пересмотреть договор.', 'Министерству'],
    ['Необходимо, чтобы областные администрации публиковали отчеты.', 'областные администрации'],
    ['Подкомитет рекомендует властям сократить сроки содержания под стражей.', 'властям'],
  ],
  zh: [['有必要加强监督。'], ['应尽快建立统一的登记册。'], ['审计署建议财政部修订办法。', '财政部']],
  ar: [
    ['ينبغي إنشاء سجل موحد.'],
    ['ومن المهم تدريب القضاة.'],
    ['ينبغي للدولة الطرف أن تصدق على الاتفاقية.', 'للدولة الطرف'],
    ['يجب على الوزارة أن تراجع إجراءاتها.', 'الوزارة'],
  ],
}

const cases = Object.entries(asking).flatMap(([language, all]) => all.map((one) => [language, ...one] as const))

test.each(cases)('in %s, %j is found with those whom it asks', async (language, text, ...names) => {
  const found = await findCandidates([{ label: '1', text }], { language, date: '2026-01-01' })
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
  ['en', 'That officers report back in June.'],
  ['en', 'That a review be carried out of all leases.'],
  ['en', 'Better coordination between the police and the courts.'],
  ['en', 'Urgently repair the roof of the main building.'],
  ['en', 'Where possible, share transport with neighbouring schools.'],
  ['en', 'By June 2027, publish the list of approved suppliers.'],
  ['fr', 'Création d’un registre unique.'],
  ['fr', 'Ne plus recourir aux avenants.'],
  ['fr', 'D’ici 2028, simplifier les procédures.'],
  ['es', 'Creación de un registro único.'],
  ['es', 'Que se publiquen las cuentas.'],
  ['es', 'Antes de 2028, aprobar la norma.'],
  ['ru', 'Создание единого реестра.'],
  ['ru', 'Министерству юстиции разработать план.', 'Министерству юстиции'],
  ['zh', '及时收回闲置资金。'],
  ['zh', '培训地方官员。'],
  ['ar', 'أن تنشر الوزارة تقاريرها.'],
  ['ar', 'العمل على تحسين الخدمات.'],
  ['en', 'Digitize weekly reporting in all facilities.'],
  ['en', 'Amending the Penal Code so as to define torture.'],
  ['en', 'Not later than 2028, abolish imprisonment for debt.'],
  ['en', 'Plots to be offered within four weeks.'],
  ['ru', 'Министерству образования до 1 сентября 2027 года утвердить порядок.', 'Министерству образования'],
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
