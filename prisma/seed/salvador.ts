/**
 * The conclusions of the report of Committee II of the Twelfth United Nations Crime Congress: paragraphs 15 to 18, letter
 * for letter. Titles, kinds, themes and addressees are our reading of them, and can be corrected.
 */
export const salvador = {
  code: 'SALVADOR-2010',
  title: 'Report of Committee II on agenda item 8 and Workshop 2, Addendum',
  body: 'Twelfth United Nations Congress on Crime Prevention and Criminal Justice',
  place: 'Salvador, Brazil',
  dated: '2010-04-14',
  language: 'en',
  distribution: 'Limited',
  jobNumber: 'V.10-52733',
  heading: 'Conclusions and recommendations',
  paragraphs: [
    {
      label: '15',
      text: 'During the discussion on cybercrime, there was agreement on a number of conclusions and recommendations and on the need for States and international organizations to follow up on those recommendations with swift and concrete action.',
    },
    {
      label: '16',
      text: 'There was agreement that the development of technology brought both benefits and threats to society and that countering cybercrime required urgent attention. The contributing factors and links between technology and crime should be carefully analysed in order to develop efficient strategies.',
    },
    {
      label: '17',
      text: 'States should develop and strengthen long-term and sustainable capacities. Technical assistance, in particular for capacity-building and legislative drafting, as well as material resources and trained experts, were urgently needed in developing countries. UNODC should continue to cooperate with key partners to provide technical assistance in that regard, including with the Council of Europe as custodian of the Budapest Convention. The development of an action plan for capacity-building at the international level should be given careful consideration.',
    },
    {
      label: '18',
      text: 'States should make every effort to enhance cooperation between national institutions, between States and with the private sector. This required the full political commitment of Governments. Exchange of information and best practices between States needed to be enhanced by, inter alia, the strengthening of relevant networks.',
    },
  ],
} as const

export const organizations = [
  { slug: 'unodc', name: 'UNODC' },
  { slug: 'council-of-europe', name: 'Council of Europe' },
] as const

export const groups = [
  { slug: 'states', name: 'States' },
  { slug: 'international-organizations', name: 'International organizations' },
  { slug: 'developing-countries', name: 'Developing countries' },
  { slug: 'networks', name: 'Networks' },
] as const

type Addressee = {
  words: string
  organization?: (typeof organizations)[number]['slug']
  group?: (typeof groups)[number]['slug']
}
type Reading = { title: string; kind: 'action' | 'finding'; themes: string[]; addressees: Addressee[] }

const states: Addressee = { words: 'States', group: 'states' }

/** By paragraph and sentence. */
export const readings: Record<string, Reading> = {
  '15.1': {
    title: 'Follow up with swift and concrete action',
    kind: 'action',
    themes: ['Follow-up'],
    addressees: [states, { words: 'international organizations', group: 'international-organizations' }],
  },
  '16.1': {
    title: 'Cybercrime requires urgent attention',
    kind: 'finding',
    themes: ['Technology and crime'],
    addressees: [{ words: 'all' }],
  },
  '16.2': {
    title: 'Analyse the links between technology and crime',
    kind: 'action',
    themes: ['Technology and crime', 'Research'],
    addressees: [],
  },
  '17.1': {
    title: 'Develop long-term and sustainable capacities',
    kind: 'action',
    themes: ['Capacity-building'],
    addressees: [states],
  },
  '17.2': {
    title: 'Technical assistance, resources and experts for developing countries',
    kind: 'action',
    themes: ['Capacity-building', 'Technical assistance'],
    addressees: [],
  },
  '17.3': {
    title: 'Continue technical assistance with key partners',
    kind: 'action',
    themes: ['Technical assistance'],
    addressees: [
      { words: 'UNODC', organization: 'unodc' },
      { words: 'key partners' },
      { words: 'Council of Europe', organization: 'council-of-europe' },
    ],
  },
  '17.4': {
    title: 'Consider an international action plan for capacity-building',
    kind: 'action',
    themes: ['Capacity-building'],
    addressees: [],
  },
  '18.1': {
    title: 'Enhance cooperation at three levels',
    kind: 'action',
    themes: ['International cooperation'],
    addressees: [states],
  },
  '18.2': {
    title: 'Full political commitment of Governments',
    kind: 'finding',
    themes: ['International cooperation'],
    addressees: [{ words: 'Governments', group: 'states' }],
  },
  '18.3': {
    title: 'Exchange information and best practices through stronger networks',
    kind: 'action',
    themes: ['International cooperation', 'Exchange of information'],
    addressees: [states, { words: 'networks', group: 'networks' }],
  },
}
