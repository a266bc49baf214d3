import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareWords, spanAfter } from '@/lib/reading/compare-words'
import { placeFinder } from '@/lib/reading/find-place'
import { matchParagraphs } from '@/lib/reading/match-paragraphs'
import { cut } from '@/lib/reading/sentences'

const shown = (before: string, after: string) =>
  compareWords(before, after)
    .map(({ same, ...run }) =>
      same ? cut(before, run.before) : `[-${cut(before, run.before)}-][+${cut(after, run.after)}+]`,
    )
    .join('')

test('two versions of a text are compared word by word, and a phrase as a whole', () => {
  expect(shown('States should act by 2025.', 'States should act by 2027.')).toBe(
    'States should act by [-2025-][+2027+].',
  )
  expect(shown('States should act.', 'Member States should act quickly.')).toBe(
    '[--][+Member +]States should act[--][+ quickly+].',
  )
  expect(shown('The Office should help States.', 'The Secretariat must help States.')).toBe(
    'The [-Office should-][+Secretariat must+] help States.',
  )
  expect(shown('各国应当合作。', '各国应加强合作。')).toBe('各国应[-当-][+加强+]合作。')
  expect(shown('', 'New.')).toBe('[--][+New.+]')
})

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é', '中', '𝒳', ' ', '. ', '\n'), { maxLength: 60 })
  .map((all) => all.join(''))

test('the runs of a comparison are both texts, and what is said to be the same is the same', () => {
  fc.assert(
    fc.property(words, words, (before, after) => {
      const runs = compareWords(before, after)
      expect(runs.map((run) => cut(before, run.before)).join('')).toBe(before)
      expect(runs.map((run) => cut(after, run.after)).join('')).toBe(after)
      for (const run of runs) if (run.same) expect(cut(before, run.before)).toBe(cut(after, run.after))
      if (before === after) expect(runs.every(({ same }) => same)).toBe(true)
    }),
  )
})

test('a part of a text is found in its new version, without what was inserted beside it', () => {
  const before = 'Noted. States should act.'
  const after = 'Noted. Agreed. States should act now.'
  const span = spanAfter(compareWords(before, after), { start: 7, end: 25 })
  expect(cut(after, span)).toBe('States should act now.')
})

const first = [
  { path: '1', text: 'The Meeting took place in Vienna.' },
  { path: '2', text: 'States should train judges in cooperation. They were thanked.' },
  { path: '3', text: 'UNODC should publish a guide by the end of 2027.' },
  { path: '4', text: 'The Secretariat was thanked for its work.' },
]

test('equal paragraphs are matched by their words, others by their number and similarity', async () => {
  const after = [
    { path: '1', text: 'The Meeting took place in Vienna.' },
    { path: '2', text: 'An opening statement was made by the Chair of the Commission.' },
    { path: '3', text: 'States should train judges and prosecutors in cooperation. They were thanked.' },
    { path: '4', text: 'UNODC should publish a guide by the end of 2027.' },
  ]
  expect(await matchParagraphs(first, after)).toEqual([0, undefined, 1, 2])
})

test('the k-th of equal paragraphs is matched with the k-th', async () => {
  const three = [1, 2, 3].map((n) => ({ path: String(n), text: 'Noted.' }))
  expect(
    await matchParagraphs(
      three,
      three.slice(1).map(({ text }, n) => ({ path: `9${n}`, text })),
    ),
  ).toEqual([0, 1])
})

test('a passage is unchanged, moved, changed or gone', async () => {
  const after = [
    { path: '1', text: 'The Meeting took place in Vienna.' },
    { path: '2', text: 'In 2027, States should train more judges in cooperation. They were thanked.' },
    { path: '3', text: 'The Chair spoke.' },
    { path: '5', text: 'UNODC should publish a guide by the end of 2027.' },
  ]
  const find = placeFinder(first, after, await matchParagraphs(first, after))
  const passage = (paragraph: number, quote: string) => {
    const { path = '', text = '' } = first[paragraph] ?? {}
    const start = text.indexOf(quote)
    return find({ paragraph, path, start, end: start + quote.length, quote })
  }
  expect(passage(0, 'Vienna')).toMatchObject({ state: 'unchanged', paragraph: 0, start: 26, end: 32 })
  expect(passage(1, 'States should train judges in cooperation.')).toMatchObject({
    state: 'changed',
    paragraph: 1,
    quote: 'In 2027, States should train more judges in cooperation.',
  })
  expect(passage(2, 'UNODC should publish a guide by the end of 2027.')).toMatchObject({ state: 'moved', paragraph: 3 })
  expect(passage(3, 'The Secretariat was thanked for its work.')).toEqual({ state: 'gone' })
})
