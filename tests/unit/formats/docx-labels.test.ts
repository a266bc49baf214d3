import { expect, test } from 'vitest'
import { docxOf, inList, level, numberingOf, p, r, style } from '../../support/formats/docx'
import { readInPlace } from '../../support/formats/read-in-place'

const labelsOf = async (...document: Parameters<typeof docxOf>) =>
  (await readInPlace(docxOf(...document))).blocks.map(({ label }) => label)

const items = (...places: [list: number, level?: number][]) =>
  places.map((place) => p(r('x'), inList(...place))).join('')

const legal =
  level(0, 'upperRoman', '%1.') +
  level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
  level(2, 'lowerLetter', '(%3)') +
  level(3, 'lowerRoman', '%4)', '<w:lvlRestart w:val="0"/>')

test('levels count on their own, begin again under the level above, and print it in their own way', async () => {
  const numbering = numberingOf([legal], [[0]])
  const body = items([1], [1, 1], [1, 2], [1, 2], [1, 3], [1, 1], [1, 2], [1, 3], [1], [1, 1], [1, 3])
  expect(await labelsOf(body, { numbering })).toEqual([
    ...['I.', '1.1', '(a)', '(b)', 'i)', '1.2', '(a)', 'ii)', 'II.', '2.1', 'iii)'],
  ])
})

test('lists with the same definition go on, unless one says where it begins', async () => {
  const from14 = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="14"/></w:lvlOverride>'
  const other = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerLetter', '%1)', '', 3)}</w:lvlOverride>`
  const numbering = numberingOf([level(0, 'decimal', '%1.')], [[0], [0], [0, from14], [0, other]])
  const body = items([1], [1], [2], [3], [3], [1], [4])
  expect(await labelsOf(body, { numbering })).toEqual(['1.', '2.', '3.', '14.', '15.', '16.', 'q)'])
})

test('a paragraph has the list of its style, unless it says that it has none', async () => {
  const levels =
    level(0, 'decimal', '%1.', '<w:pStyle w:val="Para"/>') + level(1, 'lowerLetter', '(%2)', '<w:pStyle w:val="Sub"/>')
  const styles =
    style('Para', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style('Sub', '<w:basedOn w:val="Para"/>') +
    style('Like', '<w:basedOn w:val="Para"/>')
  const named = (id: string, more = '') => p(r('x'), `<w:pStyle w:val="${id}"/>${more}`)
  const body = named('Para') + named('Sub') + named('Sub') + named('Like') + named('Para', inList(0)) + named('Para')
  expect(await labelsOf(body, { styles, numbering: numberingOf([levels], [[0]]) })).toEqual([
    ...['1.', '(a)', '(b)', '2.', undefined, '3.'],
  ])
})

test('a list can be defined by a style', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Outline"/></w:abstractNum>' +
    `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Outline"/>${level(0, 'decimal', '§ %1')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
  expect(await labelsOf(items([1], [2]), { numbering })).toEqual(['§ 1', '§ 2'])
})

test('deleted and hidden paragraphs are not counted, and empty ones are', async () => {
  const numbering = numberingOf([level(0, 'decimal', '%1.')], [[0]])
  const body =
    items([1]) +
    p(`<w:del>${r('x')}</w:del>`, `${inList(1)}<w:rPr><w:del w:id="1"/></w:rPr>`) +
    p(r('x', '<w:vanish/>'), `${inList(1)}<w:rPr><w:vanish/></w:rPr>`) +
    p('', inList(1)) +
    items([1])
  expect(await labelsOf(body, { numbering })).toEqual(['1.', '2.', '3.'])
})

test.each([
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 3, 'C'],
  ['lowerRoman', 14, 'xiv'],
  ['decimalZero', 7, '07'],
  ['ordinal', 12, '12th'],
  ['ordinal', 22, '22nd'],
  ['cardinalText', 2, 'Two'],
  ['ordinalText', 3, 'Third'],
  ['russianLower', 3, 'в'],
  ['arabicAlpha', 2, 'ب'],
  ['chineseCounting', 105, '一百〇五'],
  ['chineseCountingThousand', 12, '十二'],
  ['ideographDigital', 20, '二〇'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalFullWidth', 12, '１２'],
  ['numberInDash', 4, '- 4 -'],
  ['none', 4, ''],
  ['something else', 4, '4'],
])('the format %s prints %d as %s', async (format, start, printed) => {
  const numbering = numberingOf([level(0, format, '%1', '', start)], [[0]])
  expect(await labelsOf(items([1]), { numbering })).toEqual([printed || undefined])
})

test.each([
  ['\uf0b7', '•'],
  ['–', '–'],
  ['o', '•'],
])('the bullet %s prints as %s', async (sign, printed) => {
  const numbering = numberingOf([level(0, 'bullet', sign)], [[0]])
  expect(await labelsOf(items([1]), { numbering })).toEqual([printed])
})
