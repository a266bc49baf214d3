import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { damaged, sameNumbers } from '../support/formats/damage'
import { docxFiles, docxOf, inList, level, numberingOf, p, r, table } from '../support/formats/docx'
import { at, down, pdfOf } from '../support/formats/pdf'
import { readInPlace } from '../support/formats/read-in-place'

const body =
  p(r('17. States should act.'), inList(1)) +
  p(`${r('They ')}<w:del>${r('did')}</w:del><w:r><w:footnoteReference w:id="2"/></w:r>`) +
  table([p(r('a')), p(r('b'))])
const parts = {
  numbering: numberingOf([level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '(%2)')], [[0]]),
  footnotes: `<w:footnote w:id="2">${p(r('See.'))}</w:footnote>`,
}
const page =
  '<!doctype html><html><body><ol start="3"><li>one<sup><a href="#n">1</a></sup></li></ol><table><tr><td>a</td><td rowspan="2">b</td></tr></table><p id="n">note</p></body></html>'

const pdf = pdfOf([down(50, 700, ['17. States should act', 'and report.']), at(50, 700, 'more', { font: 'B' })])

/** Damages the text of a document within its archive, so that the archive can still be opened. */
function damagedWithin(next: () => number) {
  const files = docxFiles(body, parts)
  const names = Object.keys(files).filter((name) => name.startsWith('word/'))
  const name = names[Math.floor(next() * names.length)] ?? ''
  files[name] = damaged(Buffer.from(files[name] ?? []), next)
  return Buffer.from(zipSync(files, { level: 0 }))
}

const whole = {
  'a.txt': Buffer.from('17. États\n\n18. “x”'),
  'a.md': Buffer.from('# A\n\n14. b[^1]\n\n[^1]: c\n\n| a | b |\n| - | - |\n| c | d |'),
  'a.html': Buffer.from(page),
}

const kinds: [string, (next: () => number) => Buffer, string][] = [
  ...Object.entries(whole).map(([name, content]): [string, (next: () => number) => Buffer, string] => [
    name,
    (next) => damaged(content, next),
    name,
  ]),
  ['archives', (next) => damaged(docxOf(body, parts), next), 'a.docx'],
  ['texts in archives', damagedWithin, 'a.docx'],
  ['PDFs', (next) => damaged(pdf, next), 'a.pdf'],
]

test.each(kinds)('1,000 damaged %s are read or refused, each in a moment', async (_, make, name) => {
  const next = sameNumbers(14)
  const outcomes = { read: 0, refused: 0 }
  const before = process.cpuUsage()
  for (let count = 0; count < 1_000; count++) {
    await readInPlace(make(next), name).then(
      () => outcomes.read++,
      () => outcomes.refused++,
    )
  }
  const time = process.cpuUsage(before).user / 1000
  expect(outcomes.read + outcomes.refused).toBe(1_000)
  expect(outcomes.read).toBeGreaterThan(0)
  expect(time).toBeLessThan(40_000)
})

const declared = (text: string) =>
  Buffer.from(zipSync({ ...docxFiles(p(r('x'))), 'word/document.xml': new TextEncoder().encode(text) }))

test.each([
  ['an external entity', '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>', 'file_doctype'],
  ['a document type', '<!DOCTYPE w><w/>', 'file_doctype'],
  ['100,000 nested elements', `${'<a>'.repeat(100_000)}`, 'file_nested'],
  ['another language', 'not XML', 'file_unreadable'],
])('a Word document with %s is refused', async (_, text, code) => {
  await expect(readInPlace(declared(text))).rejects.toMatchObject({ code })
})
