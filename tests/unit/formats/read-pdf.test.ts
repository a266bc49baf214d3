import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { at, down, pagesOf, pdfOf } from '../../support/formats/pdf'
import { readInPlace, textsOf } from '../../support/formats/read-in-place'

const read = (...contents: string[]) => readInPlace(pdfOf(contents))

const long = 'States should report every year on what they did'

test('lines have their page, size, gap and indent, and superscripts are marked', async () => {
  const first =
    at(50, 740, 'Conclusions', { size: 14, font: 'B' }) +
    down(50, 700, [`17. ${long},`, 'and on what is left to do', 'until the next year']) +
    at(156, 692, '3', { size: 6 }) +
    down(70, 650, ['(a) By law;', '(b) In fact.'])
  const found = await read(first, at(50, 700, '18. They did.'))

  expect(found).toEqual({
    format: 'pdf',
    title: 'The report',
    language: 'en',
    blocks: [
      { text: 'Conclusions', page: 1, column: 0, indent: 0, size: 14, bold: true },
      { text: `17. ${long},`, page: 1, column: 0, indent: 0, size: 10, gap: 3.33 },
      {
        text: 'and on what is left to do3',
        page: 1,
        column: 0,
        indent: 0,
        size: 10,
        gap: 1,
        raised: [{ start: 25, end: 26 }],
      },
      { text: 'until the next year', page: 1, column: 0, indent: 0, size: 10, gap: 1 },
      { text: '(a) By law;', page: 1, column: 0, indent: 20, size: 10, gap: 2.17 },
      { text: '(b) In fact.', page: 1, column: 0, indent: 20, size: 10, gap: 1 },
      { text: '18. They did.', page: 2, column: 0, indent: 0, size: 10 },
    ],
  })
})

const left = [
  'left column that is wide enough to be a column',
  'second line of the left column, which goes on',
  'third line of the left column, which goes on',
  'fourth line of the left column, which goes on',
]
const right = [
  'right column that is wide enough to be a column',
  'second line of the right column, which goes on',
  'third line of the right column, which goes on',
  'fourth line of the right column, which goes on',
]

test('columns are read one after the other, and a line across the page is in its place', async () => {
  const { blocks } = await read(
    at(50, 770, 'A/HRC/90/12') +
      at(520, 770, 'page 7') +
      at(50, 720, 'A title that goes across the whole page, over both columns that follow below it, to its right') +
      down(50, 700, left) +
      down(310, 701, right) +
      at(50, 640, 'After the columns a line that goes across the whole page, over both columns, to its right end'),
  )
  expect(blocks.map(({ text, column, gap }) => [text.slice(0, 12), column, gap])).toEqual([
    ['A/HRC/90/12 ', 0, undefined],
    ['A title that', 0, 4.17],
    ['left column ', 0, 1.58],
    ['second line ', 0, 1],
    ['third line o', 0, 1],
    ['fourth line ', 0, 1],
    ['right column', 1, undefined],
    ['second line ', 1, 1],
    ['third line o', 1, 1],
    ['fourth line ', 1, 1],
    ['After the co', 0, undefined],
  ])
  expect(blocks[0]?.text).toBe('A/HRC/90/12 page 7')
})

test('labels and parts in a column do not move its left edge', async () => {
  const side = (x: number) =>
    [0, 1, 2].map((place) => {
      const y = 700 - place * 60
      return (
        at(x, y, `${place + 1}.`) +
        down(x + 24, y, ['The Committee recommends that the State', 'party act on the matter:']) +
        at(x + 24, y - 24, '(a)') +
        down(x + 48, y - 24, ['To adopt the plan before the end', 'of the next year.'])
      )
    })
  const { blocks } = await read([...side(50), ...side(310)].join(''))
  expect(blocks.map(({ column }) => column)).toEqual([...Array(12).fill(0), ...Array(12).fill(1)])
})

test('the lines below the names of columns are rows of a table', async () => {
  const columns = [50, 100, 300, 400]
  const line = (y: number, ...cells: string[]) =>
    cells.map((cell, place) => (cell === '' ? '' : at(columns[place] ?? 0, y, cell))).join('')
  const { blocks } = await read(
    at(50, 740, 'Twelve actions were closed in the quarter, and these are outstanding at its end.') +
      line(700, 'Ref', 'Agreed action', 'Priority', 'Owner') +
      line(680, '4.1', 'Reconcile the parking in-', 'High', 'Head of') +
      line(668, '', 'come each week.', '', 'Finance') +
      line(650, '4.2', 'Review access.', 'Low', 'IT Manager') +
      at(50, 610, 'Managers report on the actions in this table every month, and members take note of it.'),
  )
  expect(blocks.map(({ cells, text }) => cells ?? text)).toEqual([
    'Twelve actions were closed in the quarter, and these are outstanding at its end.',
    ['Ref', 'Agreed action', 'Priority', 'Owner'],
    ['4.1', 'Reconcile the parking in-\ncome each week.', 'High', 'Head of\nFinance'],
    ['4.2', 'Review access.', 'Low', 'IT Manager'],
    'Managers report on the actions in this table every month, and members take note of it.',
  ])
})

test('wide gaps between the words of a column do not divide it', async () => {
  const spread = (x: number, y: number, words: string[]) =>
    words.map((word, place) => at(x + (place * 200) / words.length, y, word)).join('')
  const lines = [
    ['accountability', 'of'],
    ['the', 'responsible', 'national'],
    ['bodies', 'is', 'to', 'be'],
    ['strengthened', 'now'],
  ]
  const [one, other] = [50, 310].map((x) =>
    [...lines, ...lines].map((words, place) => spread(x, 700 - place * 12, words)),
  )

  const { blocks } = await read([...(one ?? []), ...(other ?? [])].join(''))

  const texts = lines.map((words) => words.join(' '))
  expect(blocks.map(({ text }) => text)).toEqual([...texts, ...texts, ...texts, ...texts])
  expect(blocks.map(({ column }) => column)).toEqual([...Array(8).fill(0), ...Array(8).fill(1)])
})

test('a number and its text stay on one line, however wide the gap', async () => {
  const items = [17, 18, 19, 20, 21].map(
    (number, place) => at(50, 700 - place * 20, `${number}.`) + at(110, 700 - place * 20, long),
  )
  expect(textsOf(await read(items.join('')))[0]).toBe(`17. ${long}`)
})

test('characters are those that were typed', async () => {
  const content =
    at(50, 700, 'eﬃcient co\u00adoperation on ⽇⻓', { font: 'U' }) +
    at(50, 680, 'this is at its cross\u00ad', { font: 'U' }) +
    at(50, 660, '\uf0b7', { font: 'U' }) +
    at(60, 660, 'Point')
  expect(textsOf(await read(content))).toEqual([
    'efficient cooperation on 日长',
    'this is at its cross\u00ad',
    '• Point',
  ])
})

test('a text that is printed twice to look bold is read once', async () => {
  const { blocks } = await read(at(50, 700, long) + at(50.3, 700, long))
  expect(blocks).toMatchObject([{ text: long, bold: true }])
})

test('a page that is shown turned is read as it is shown, and a text across the margin comes last', async () => {
  const turned = `BT /R 10 Tf 0 1 -1 0 100 50 Tm (${long}) Tj ET BT /R 10 Tf 0 1 -1 0 112 50 Tm (more) Tj ET\n`
  const shown = await readInPlace(pdfOf([turned], { page: '/Rotate 90' }))
  expect(shown.blocks).toMatchObject([
    { text: long, indent: 0 },
    { text: 'more', gap: 1 },
  ])
  expect(textsOf(await read(turned + at(200, 700, 'First')))).toEqual(['First', long, 'more'])
})

test.each([
  ['Arabic', at(50, 700, 'ﺔﻨﺠﻠﺍ ﻲﺻﻮﺗ', { font: 'U' }), 'file_right_to_left'],
  ['Hebrew', at(50, 700, long) + at(50, 600, 'הדעוו', { font: 'U' }), 'file_right_to_left'],
  ['letters that nobody knows', at(50, 700, '\x03\x24\x03\x44\x11\x05', { font: 'N' }), 'file_without_unicode'],
  ['no text', '0 0 100 100 re f', 'file_without_text'],
])('a page with %s is refused', async (_, content, code) => {
  await expect(read(content)).rejects.toMatchObject({ code })
})

test('a few words in Arabic leave a mark where they stood', async () => {
  const lines = Array.from({ length: 60 }, (_, place) => at(50, 780 - place * 12, long))
  const content = at(50, 790, 'The word') + at(100, 790, 'ﻲﺻ', { font: 'U' }) + at(130, 790, 'stands here.')
  expect(textsOf(await read(content + lines.join('')))[0]).toBe('The word \ufffd stands here.')
})

test('a page whose content breaks off is refused, because its last words would be missing', async () => {
  const whole = deflateSync(Buffer.from(at(50, 700, long) + at(50, 680, 'Last words.')))
  await expect(readInPlace(pdfOf([`${at(50, 700, long)} /Missing Do BT /R 10 Tf (`]))).rejects.toThrow()
  await expect(readInPlace(pdfOf([whole.subarray(0, whole.length - 12)]))).rejects.toThrow()
})

test('a locked document and one with too many pages are refused', async () => {
  const key = `<${'00'.repeat(32)}>`
  const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O ${key}/U ${key}>>`
  await expect(readInPlace(pdfOf([at(50, 700, long)], { trailer }))).rejects.toMatchObject({ code: 'file_encrypted' })

  const params = { pages: 50_000, maximum: 2_000 }
  await expect(readInPlace(pagesOf(50_000))).rejects.toMatchObject({ code: 'file_too_many_pages', params })
})
