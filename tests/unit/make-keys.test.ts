import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortKey } from '@/lib/domain/citation'
import { keyFor, keysOf } from '@/lib/keys/make-keys'

const text = 'First thing. Second thing; and a third. Fourth.'
const nothing = () => false

const twelve = { label: '12', ordinal: 12, parent: null }
test.each([
  { label: '17', parent: null, start: 13, key: 'X-2010-17.2', why: 'the second sentence' },
  { label: '17', parent: null, start: 27, key: 'X-2010-17.2', why: 'a part of it' },
  { label: '12 bis', parent: null, start: 0, key: 'X-2010-12bis.1', why: 'a label with a space' },
  { label: '(a)', parent: twelve, start: 40, key: 'X-2010-12a.3', why: 'a part of paragraph 12' },
  { label: 'A.', parent: null, start: 0, key: 'X-2010-a.1', why: 'a letter and a dot' },
  {
    label: '[iv]',
    parent: { label: '12 bis', ordinal: 13, parent: null },
    start: 0,
    key: 'X-2010-12bisiv.1',
    why: 'both',
  },
  { label: '', parent: null, start: 0, key: 'X-2010-p5.1', why: 'no label, so its place' },
  { label: '', parent: twelve, start: 0, key: 'X-2010-12p5.1', why: 'a part without a label' },
  {
    label: '(a)',
    parent: { label: '', ordinal: 4, parent: null },
    start: 0,
    key: 'X-2010-p4a.1',
    why: 'a part of what has no label',
  },
  {
    label: '(i)',
    parent: { label: '(a)', ordinal: 13, parent: twelve },
    start: 0,
    key: 'X-2010-12ai.1',
    why: 'a part of a part',
  },
  { label: '1.10', parent: null, start: 0, key: 'X-2010-1-10.1', why: 'a point tells 1.10 from 110' },
  {
    label: '(1)',
    parent: { label: '5', ordinal: 5, parent: null },
    start: 0,
    key: 'X-2010-5-1.1',
    why: '5 (1) and not 51',
  },
  { label: '3-1', parent: null, start: 0, key: 'X-2010-3-1.1', why: 'a hyphen tells 3-1 from 31' },
  { label: '§ 4/2?', parent: null, start: 0, key: 'X-2010-42.1', why: 'what an address would take for its own' },
  { label: '٣', parent: null, start: 0, key: 'X-2010-٣.1', why: 'another script' },
])('$key: $why', ({ label, parent, start, key }) => {
  expect(keyFor('X-2010', { label, ordinal: 5, text, parent }, start, nothing)).toBe(key)
})

/** As many keys as are asked for, all from the first sentence of one paragraph. */
function keysFor(count: number) {
  const given = new Set<string>()
  const place = { label: '17', ordinal: 17, text, parent: null }
  for (let number = 0; number < count; number++) given.add(keyFor('X', place, 0, (key) => given.has(key)))
  return [...given]
}

test('a further recommendation from the same sentence gets a letter, and after the letters a number', () => {
  const keys = keysFor(28)
  expect(keys.slice(0, 3)).toEqual(['X-17.1', 'X-17.1b', 'X-17.1c'])
  expect(keys.slice(25)).toEqual(['X-17.1z', 'X-17.1z2', 'X-17.1z3'])
})

test('no key is given twice, whatever the labels', () => {
  const label = fc.oneof(fc.constantFrom('', '1', '11', '(1)', '1 1', 'a', '(A)'), fc.string({ unit: 'grapheme' }))
  const parent = fc.option(fc.record({ label, ordinal: fc.nat(3), parent: fc.constant(null) }))
  const places = fc.array(fc.record({ label, parent, ordinal: fc.nat(30), start: fc.nat(45) }), { maxLength: 40 })
  fc.assert(
    fc.property(places, (places) => {
      const given = new Set<string>()
      for (const { start, ...place } of places) {
        const key = keyFor('X', { ...place, text }, start, (key) => given.has(key))
        expect(given).not.toContain(key)
        expect(key).toMatch(/^X-[\p{L}\p{M}\p{N}-]+\.[1-3]([b-z]|z\d+)?$/u)
        given.add(key)
      }
    }),
  )
})

test('repeated labels take their section as a prefix, and others stay as they are', () => {
  const annex = 'Annex III: Rules'
  const paragraphs = [
    { label: '1', text },
    { label: '2', text },
    { label: '1', text, section: annex },
    { label: '(a)', text, section: annex, parent: 2 },
    { label: '3.1', text, section: annex },
    { label: '1', text, section: '14/9 Safe ports' },
    { label: '(a)', text, section: '14/9 Safe ports', parent: 5 },
    { label: '1', text, section: 'Resolution 5 Safe lakes' },
    { label: '1', text, section: 'Conclusions and recommendations' },
    { label: '1', text, section: 'Conclusions of others' },
  ]
  const first = paragraphs.map((_, paragraph) => ({ paragraph, start: 0 }))
  expect(keysOf('X', paragraphs, first)).toEqual([
    ...['X-1.1', 'X-2.1', 'X-annex3-1.1', 'X-annex3-1a.1', 'X-3-1.1', 'X-14-9-1.1', 'X-14-9-1a.1', 'X-resolution5-1.1'],
    ...['X-conclusions-1.1', 'X-conclusions-1.1b'],
  ])
})

test('the short key leaves out the code', () => {
  expect(shortKey('SALVADOR-2010-17.2b', 'SALVADOR-2010')).toBe('17.2b')
})
