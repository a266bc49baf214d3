import { expect, test } from 'vitest'
import { leadIn } from '@/lib/reading/lead-in'

const cases = [
  { rule: 'a whole sentence has none', text: 'States should act.', quote: 'States should act.', lead: undefined },
  {
    rule: 'a part of a sentence goes on from its beginning',
    text: 'It met. States should: (a) act; (b) report.',
    quote: '(b) report.',
    lead: 'States should: (a) act;',
  },
  {
    rule: 'a sub-paragraph goes on from the sentence above that has not ended',
    above: 'The Committee met. It recommends that States:',
    text: '(a) Adopt the law;',
    quote: '(a) Adopt the law;',
    lead: 'It recommends that States:',
  },
  {
    rule: 'both, where a part of a sub-paragraph is quoted',
    above: 'States should',
    text: '(a) adopt the law and apply it;',
    quote: 'apply it;',
    lead: 'States should (a) adopt the law and',
  },
  {
    rule: 'a text above that has ended leads to nothing',
    above: 'The Committee “met”.',
    text: 'States should act.',
    quote: 'States should act.',
    lead: undefined,
  },
  {
    rule: 'a further sentence of a sub-paragraph stands by itself',
    above: 'States should:',
    text: 'Adopt the law. It should be short.',
    quote: 'It should be short.',
    lead: undefined,
  },
]
for (const { rule, above, text, quote, lead } of cases) {
  test(rule, () => expect(leadIn({ text, above, start: text.indexOf(quote) })).toBe(lead))
}
