import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawn, readMarkdown } from '@/lib/platform/markdown'

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
    { tag: 'p', children: ['A map', ' ', '<b onclick="x()">', 'bold', '</b>'] },
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
    '&#106;',
    '\t',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      for (const { tag, href } of all(readMarkdown(pieces.join('')))) {
        expect(href === undefined).toBe(tag !== 'a')
        if (href !== undefined) expect(new URL(href, 'https://page.example').protocol).toMatch(/^(https?|mailto):$/)
      }
    }),
  )
})
