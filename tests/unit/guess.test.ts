import { expect, test } from 'vitest'
import { guessKind, guessTitle } from '@/lib/documents/guess'

const titles = [
  ['States should develop and strengthen capacities.', 'Develop and strengthen capacities'],
  ['UNODC should continue to cooperate with key partners;', 'Continue to cooperate with key partners'],
  ['The links should be carefully analysed.', 'The links should be carefully analysed'],
  ['States should not wait; and', 'States should not wait'],
  [
    'This required the full political commitment of Governments.',
    'This required the full political commitment of Governments',
  ],
  ['各国应加强能力。', '各国应加强能力。'],
]
for (const [sentence = '', title] of titles) {
  test(`"${sentence}" begins with the title "${title}"`, () => expect(guessTitle(sentence)).toBe(title))
}

test('a long sentence is cut between words', () => {
  const title = guessTitle(`Exchange of information ${'between States '.repeat(20)}`)
  expect(title).toMatch(/ (?:between|States)…$/)
  expect(title.length).toBeLessThanOrEqual(91)
  expect(guessTitle('x'.repeat(500)).length).toBeLessThanOrEqual(91)
})

test('a long word is cut between characters, never within one', () => {
  expect(guessTitle('𝒳'.repeat(200))).toBe(`${'𝒳'.repeat(89)}…`)
})

test('what should be done asks for action, what was found does not', () => {
  expect(guessKind('The Committee recommends that States act.')).toBe('action')
  expect(guessKind('Experts were urgently needed.')).toBe('action')
  expect(guessKind('This required the full political commitment of Governments.')).toBe('finding')
})
