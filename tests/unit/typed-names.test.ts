import { expect, test } from 'vitest'
import { mentionLink, withPlainMentions } from '@/lib/domain/mention'
import { namingPeople } from '@/lib/mentions/people-links'
import { typedInMarkdown, typedNames } from '@/lib/mentions/typed-names'
import { readMarkdown } from '@/lib/platform/markdown'
import { processorTime } from '../support/processor-time'

const named = (text: string, typed = typedInMarkdown) =>
  typed(text).map(({ candidates }) => candidates.map(({ name }) => name).join(' | '))

test.each([
  ['@Amina Diallo, look', ['Amina Diallo, look | Amina Diallo, | Amina Diallo | Amina']],
  ['To @amina@example.org.', ['amina@example.org']],
  ['**@José Ñáñez**', ['José Ñáñez* | José Ñáñez | José']],
  ['سلام @أمينة', ['أمينة']],
  ['> - @Amina\n>   and @Bruno', ['Amina', 'Bruno']],
])('what is typed after an @ is found: %s', (text, found) => {
  expect(named(text)).toEqual(found)
})

test.each([
  '`@Amina` and\n\n    @Amina\n\n```\n@Amina\n```',
  '[ask @Amina](https://example.org)',
  '[x](/@Amina "@Amina")',
  'https://example.org/@Amina',
  'amina@example.org',
  '\\@Amina',
  '@ Amina, @, (@)',
])('an @ in code, in a link or in an address is none: %s', (text) => {
  expect(named(text)).toEqual([])
})

test('in plain text, Markdown means nothing', () => {
  expect(named('`@Amina`', typedNames)).toEqual(['Amina` | Amina'])
})

test('the characters that find the places occur in the text themselves', () => {
  expect(named('\ue0000\ue000 @Amina')).toEqual(['Amina'])
})

test('a name is shown as it is, and quoted without its link', () => {
  const id = '018f0000-0000-7000-8000-0000000000a1'
  const link = mentionLink({ id, name: 'A*b* [c] <d> \\e_f_ &amp;' })
  const shown = [{ tag: 'a', href: `/people/${id}`, children: ['@A*b* [c] <d> \\e_f_ &amp;'] }]
  expect(readMarkdown(link)).toEqual([{ tag: 'p', children: shown }])
  expect(namingPeople(new Map(), readMarkdown(link))).toEqual([{ tag: 'p', children: shown[0]?.children }])
  const drawn = (name: string, known: boolean) => namingPeople(new Map([[id, { name, known }]]), readMarkdown(link))
  expect(drawn('Ada', true)).toEqual([{ tag: 'p', children: [{ ...shown[0], children: ['@Ada'] }] }])
  expect(drawn('Erased person 1', false)).toEqual([{ tag: 'p', children: ['@Erased person 1'] }])
  expect(withPlainMentions(`To ${link}.`)).toBe('To @A*b* [c] <d> \\e_f_ &amp;.')
})

test.each(['@a ', '[@', '@a@', '@a.'])('a long text takes little time: %s', (part) => {
  const text = part.repeat(10_000 / part.length)
  const spent = processorTime(() => {
    typedInMarkdown(text)
    typedNames(text)
    withPlainMentions(text)
  })
  expect(spent).toBeLessThan(200)
})
