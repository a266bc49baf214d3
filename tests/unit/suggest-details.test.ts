import { expect, test } from 'vitest'
import { suggestKind, suggestTitle } from '@/lib/suggestions/suggest-details'

const titles = [
  ['States should develop and strengthen capacities.', 'Develop and strengthen capacities'],
  ['UNODC should continue to cooperate with key partners;', 'Continue to cooperate with key partners'],
  ['The links should be carefully analysed.', 'Analyse the links'],
  ['States should not wait; and', 'States should not wait'],
  [
    'The Ministry of Culture should name a contact, and the Ministry of Trade should notify all.',
    'The Ministry of Culture should name a contact, and the Ministry of Trade should notify all',
  ],
  [
    'States should strengthen the national capacities for international cooperation under article 12 of the Convention.',
    'Strengthen the national capacities for international cooperation under article 12…',
  ],
  [
    'This required the full political commitment of Governments.',
    'This required the full political commitment of Governments',
  ],
  ['The Working Group recommends that the Secretariat prepare a report.', 'Prepare a report'],
  ['The Working Group further recommends that training be provided to judges.', 'Provide training to judges'],
  ['The Group of Experts urges the State to ratify the Protocol.', 'Ratify the Protocol'],
  ['The Panel recommends establishing a fund.', 'Establish a fund'],
  ['The Working Group recommends the establishment of a fund for victims.', 'Establishment of a fund for victims'],
  ['The Panel calls for increased funding for courts.', 'Increased funding for courts'],
  ['The Panel recommends the Government adopt it.', 'The Panel recommends the Government adopt it'],
  ['各国应加强能力。', '各国应加强能力。'],
]
for (const [sentence = '', title] of titles) {
  test(`"${sentence}" begins with the title "${title}"`, () => expect(suggestTitle(sentence)).toBe(title))
}

test('a long sentence is cut between words', () => {
  const title = suggestTitle(`Exchange of information ${'between States '.repeat(20)}`)
  expect(title).toMatch(/ (?:between|States)…$/)
  expect(title.length).toBeLessThanOrEqual(91)
  expect(suggestTitle('x'.repeat(500)).length).toBeLessThanOrEqual(91)
})

test('a long word is cut between characters, never within one', () => {
  expect(suggestTitle('𝒳'.repeat(200))).toBe(`${'𝒳'.repeat(89)}…`)
})

test('what should be done asks for action, what was found does not', () => {
  expect(suggestKind('The Committee recommends that States act.')).toBe('action')
  expect(suggestKind('Experts were urgently needed.')).toBe('action')
  expect(suggestKind('This required the full political commitment of Governments.')).toBe('finding')
})
