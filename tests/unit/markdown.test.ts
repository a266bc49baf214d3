import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawn, markdownText, readMarkdown, withLinks } from '@/lib/platform/markdown'
import { processorTime } from '../support/processor-time'

test('emphasis, lists, code and quotes are drawn, and headings give way to the page', () => {
  expect(readMarkdown('# Big\n\nOne **two** *three* `four`\n\n1. five\n\n> six')).toEqual([
    { tag: 'h3', children: ['Big'] },
    {
      tag: 'p',
      children: [
        'One ',
        { tag: 'strong', children: ['two'] },
        ' ',
        { tag: 'em', children: ['three'] },
        ' ',
        { tag: 'code', children: ['four'] },
      ],
    },
    { tag: 'ol', children: [{ tag: 'li', children: [{ tag: 'p', children: ['five'] }] }] },
    { tag: 'blockquote', children: [{ tag: 'p', children: ['six'] }] },
  ])
})

test('a picture is its description, and HTML is text', () => {
  expect(readMarkdown('![A map](https://example.org/map.png) <b onclick="x()">bold</b>')).toEqual([
    { tag: 'p', children: ['A map <b onclick="x()">bold</b>'] },
  ])
})

test.each(['https://example.org/a', 'http://example.org', 'mailto:a@example.org', '/documents', '#note-1'])(
  'a link may lead to %s',
  (href) => {
    expect(readMarkdown(`[there](${href})`)).toEqual([
      { tag: 'p', children: [{ tag: 'a', href, children: ['there'] }] },
    ])
  },
)

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//example.org',
  '/\\\\example.org',
  '/.//example.org',
  'vbscript:x',
  'file:///etc',
])('no link leads to %s', (href) => {
  expect(readMarkdown(`[there](${href})`)).toEqual([{ tag: 'p', children: ['there'] }])
})

test('an address that stands in the text leads there, without the full stop after it', () => {
  expect(readMarkdown('See https://example.org/a?b=1, or (https://example.org).')).toEqual([
    {
      tag: 'p',
      children: [
        'See ',
        { tag: 'a', href: 'https://example.org/a?b=1', children: ['https://example.org/a?b=1'] },
        ', or (',
        { tag: 'a', href: 'https://example.org', children: ['https://example.org'] },
        ').',
      ],
    },
  ])
})

test('in plain text an address of the web is a link, and nothing else is', () => {
  const plain =
    'See **https://example.org/a?b=c**.\njavascript:alert(1), mailto:a@example.org and [x](https://example.org/y)'

  const drawn = withLinks(plain)

  expect(drawn.flatMap((part) => (typeof part === 'string' ? [] : part.href))).toEqual([
    'https://example.org/a?b=c**',
    'https://example.org/y',
  ])
  expect(drawn.map((part) => (typeof part === 'string' ? part : part.children.join(''))).join('')).toBe(plain)
})

test('a link may name its address elsewhere in the text', () => {
  expect(readMarkdown('[there][x]\n\n[x]: https://example.org')).toEqual([
    { tag: 'p', children: [{ tag: 'a', href: 'https://example.org', children: ['there'] }] },
  ])
})

const all = (drawn: Drawn[]): Exclude<Drawn, string>[] =>
  drawn.flatMap((one) => (typeof one === 'string' ? [] : [one, ...all(one.children)]))

test('whatever somebody writes, every link leads to an address that runs nothing', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    'javascript:',
    'https://',
    'a',
    ' ',
    '\n',
    '`',
    '*',
    ':',
    '//',
    '/',
    '\\',
    '&#106;',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { tag, href } of all(readMarkdown(pieces.join('')))) {
        expect(href === undefined).toBe(tag !== 'a')
        if (href === undefined) continue
        const { protocol, host } = new URL(href, 'https://page.example')
        expect(protocol).toMatch(/^(https?|mailto):$/)
        if (/^[/\\]/.test(href)) expect(host).toBe('page.example')
      }
    }),
  )
})

const accepted = markdownText('annotation_missing', 10_000)
const refusal = (text: string) => accepted.safeParse(text).error?.issues[0]?.message
const filled = (unit: string) =>
  unit
    .repeat(Math.ceil(10_000 / unit.length))
    .slice(0, 10_000)
    .trim()

test('a long text of paragraphs, lists, quotes and links is accepted', () => {
  const section =
    '## What we found\n\nThe *ministry* published its [plan](https://example.org/plan) on 4 May.\n\n' +
    '- Who leads?\n  - The **agency**, with:\n    1. its regional offices\n    2. the courts\n- By when?\n\n> As agreed.\n\n'
  expect(refusal(filled(section))).toBeUndefined()
})

test.each(['>', '>- ', '- ', '1. ', '> 1. '])('%s without end is refused, and drawn as plain text', (unit) => {
  const text = `${filled(unit).slice(0, 9_990)} x`
  expect(refusal(text)).toBe('markdown_too_deep')
  expect(readMarkdown(text)).toEqual([{ tag: 'p', children: [text] }])
})

test.each(['a\n=\n', '- a\n', '*a* '])('%j without end is refused, and drawn as plain text', (unit) => {
  expect(refusal(filled(unit))).toBe('markdown_too_many')
  expect(readMarkdown(filled(unit))).toHaveLength(1)
})

test('no text of 10,000 characters takes long to read, accepted or not', () => {
  const units = [
    '>',
    '>- ',
    'a\n=\n',
    '[',
    '![',
    '[[a](',
    '[a](b',
    '*a ',
    '*_',
    '_a ',
    '` ',
    '<',
    '<!--',
    '&#1',
    '\\',
    '[a]: b\n',
  ]
  const more = [
    '- > ',
    '1. - ',
    '* a\n',
    '  \n',
    '```\n',
    '\t- ',
    '[a][b]',
    '***a',
    '<http:',
    'http://.',
    '> a\n- b\n',
    '"[',
  ]
  const ticks = Array.from({ length: 140 }, (_, count) => '`'.repeat(count + 1)).join(' ')
  const deeper = Array.from({ length: 98 }, (_, depth) => `${' '.repeat(2 * depth)}- a\n`).join('')
  for (const text of [...units, ...more].map(filled).concat(ticks, deeper)) {
    const time = processorTime(() => readMarkdown(text))
    expect(time, JSON.stringify(text.slice(0, 20))).toBeLessThan(2000)
  }
})

test('whatever somebody repeats, it is read soon', () => {
  const piece = fc.constantFrom(...'[]()<>!a \n`*_-#=~&\\"\'\t:.', '> ', '- ', '1. ', '    ', '[a]: b', 'http://')
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      expect(processorTime(() => readMarkdown(filled(pieces.join(''))))).toBeLessThan(2000)
    }),
  )
})
