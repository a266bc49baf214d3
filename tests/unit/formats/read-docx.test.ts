import { expect, test } from 'vitest'
import { readSource } from '@/lib/formats/child/read-source'
import { docxOf, p, r, style, table } from '../../support/formats/docx'
import { leftOutOf, readInPlace, textsOf } from '../../support/formats/read-in-place'

const texts = async (...[body, parts]: Parameters<typeof docxOf>) => textsOf(await readInPlace(docxOf(body, parts)))

test('a paragraph has its text, its size, its level and where it stands', async () => {
  const styles =
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>' +
    style('Normal', '', 'w:default="1"') +
    style('Base', '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>') +
    style('Heading1', '<w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
  const body =
    p(r('Conclusions'), '<w:pStyle w:val="Heading1"/>') +
    p(
      `${r('States should act by 10')}${r('th', '<w:vertAlign w:val="superscript"/>')}${r(' May.')}`,
      '<w:ind w:left="720"/>',
    ) +
    p(r(' ')) +
    p(`${r('one')}<w:r><w:br/></w:r>${r('two')}<w:r><w:tab/><w:noBreakHyphen/><w:t>3</w:t></w:r>`)
  const core = '<dc:title>The report</dc:title><dc:language>en-GB</dc:language>'

  expect(await readInPlace(docxOf(body, { styles, core }))).toEqual({
    format: 'docx',
    title: 'The report',
    language: 'en-GB',
    blocks: [
      { text: 'Conclusions', heading: 1, bold: true, size: 14, whole: true },
      { text: 'States should act by 10th May.', raised: [{ start: 23, end: 25 }], size: 10, indent: 36, whole: true },
      { text: 'one', size: 10, gap: 2 },
      { text: 'two\t\u20113', size: 10, gap: 1 },
    ],
  })
})

test('insertions are read, and what was deleted, moved away or hidden is not', async () => {
  const gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
  const hidden = '<w:vanish/>'
  const content = docxOf(
    p(
      `${r('States ')}<w:ins>${r('should')}</w:ins><w:del><w:r><w:delText>must</w:delText></w:r></w:del>${r(' act.')}`,
    ) +
      p(`<w:moveFrom>${r('Moved.')}</w:moveFrom>`, '<w:rPr><w:moveFrom w:id="2"/></w:rPr>') +
      p(`${r('One')}<w:del>${r(' and a half')}</w:del>`, gone) +
      p(r(' goes on.')) +
      p(`${r('Seen')}${r(' unseen', hidden)}.${r('!')}`) +
      p(r('All unseen', hidden), `<w:rPr>${hidden}</w:rPr>`) +
      p(`<w:moveTo>${r('Moved.')}</w:moveTo>`) +
      p(r('New', '<w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')),
  )
  expect(textsOf(await readInPlace(content))).toEqual(['States should act.', 'One goes on.', 'Seen!', 'Moved.', 'New'])
  expect(await leftOutOf(content)).toEqual([
    ...['deleted: must', 'deleted: Moved.', 'deleted: and a half', 'hidden: unseen', 'hidden: All unseen'],
  ])
})

test('a field prints its result, a content control and a formula what is in them, and two forms print once', async () => {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const found = await texts(
    p(
      `${r('Page ')}${field('begin')}<w:r><w:instrText>PAGE ${'x'}</w:instrText></w:r>${r('no')}${field('separate')}${r('7')}${field('end')}`,
    ) +
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${p(r('Chosen'))}</w:sdtContent></w:sdt>` +
      p('<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>') +
      p(
        `${r('Anchor')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${p(r('Box'))}</w:txbxContent></mc:Choice>` +
          `<mc:Fallback><w:txbxContent>${p(r('Box'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${r(' text')}`,
      ),
  )
  expect(found).toEqual(['Page 7', 'Chosen', 'x=1', 'Anchor text', 'Box'])
})

const note = (id: number, text: string) =>
  `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(` ${text}`)}`)}</w:footnote>`
const footnotes = `<w:footnote w:id="0" w:type="separator">${p(r('---'))}</w:footnote>${note(2, 'See A/70/12.')}${note(3, 'Ibid.')}${note(4, '* Not edited.')}`
const mark = (id: number, more = '') => `<w:r><w:footnoteReference w:id="${id}" ${more}/></w:r>`

test('notes follow the paragraph with their mark, and marks are counted in the order of the text', async () => {
  const custom = `<w:r><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`
  const body = p(`${r('It acted')}${mark(3)}${r(', soon')}${custom}`) + table([p(`${r('Cell')}${mark(2)}`), p(r('B'))])

  const { blocks } = await readInPlace(docxOf(body, { footnotes }))

  expect(blocks).toEqual([
    {
      text: 'It acted1, soon*',
      raised: [
        { start: 8, end: 9 },
        { start: 15, end: 16 },
      ],
      whole: true,
    },
    { text: 'Ibid.', note: '1', whole: true },
    { text: 'Not edited.', note: '*', whole: true },
    { text: 'Cell2\tB', cells: ['Cell2', 'B'], raised: [{ start: 4, end: 5 }], whole: true },
    { text: 'See A/70/12.', note: '2', whole: true },
  ])
})

test('a table is read row by row, and one that only arranges the page is not', async () => {
  const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('Wide'))}`
  const deleted = `<w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${p(r('Gone'))}</w:tc><w:tc>${p(r('too'))}</w:tc></w:tr>`
  const content = docxOf(
    table(
      [p(r('Text', '<w:b/>')), p(r('Who', '<w:b/>')), p(r('When', '<w:b/>'))],
      [wide, p(r('2027')) + p(r('or later'))],
    ).replace('</w:tbl>', `${deleted}</w:tbl>`) +
      table([p(r('17. Only cell'))]) +
      table([table([p(r('a')), p(r('b'))]) + p(''), p(r('beside'))]),
  )
  expect(await leftOutOf(content)).toEqual(['deleted: Gone', 'deleted: too'])
  const { blocks } = await readInPlace(content)
  expect(blocks.map(({ cells, text, bold }) => [cells ?? text, bold])).toEqual([
    [['Text', 'Who', 'When'], true],
    [['Wide', '', '2027 or later'], undefined],
    ['17. Only cell', undefined],
    [['a', 'b'], undefined],
    ['beside', undefined],
  ])
})

test('what stands at the head and the foot of the pages is kept, and gives the symbol', async () => {
  const content = docxOf(p(r('1. States should act for the good of the people in the region.')), {
    header: p(r('A/70/12')),
    footer: p(r('Page 1')) + p(r('Page 1')),
  })
  expect(await leftOutOf(content)).toEqual(['running_head: A/70/12', 'running_head: Page 1'])
  expect((await readSource(content, '.docx', () => {})).inText).toEqual({ symbol: 'A/70/12', language: 'en' })
})
