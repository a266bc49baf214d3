import { zipSync } from 'fflate'
import { docxFiles, inList, level, numberingOf, p, r, style } from '../../support/formats/docx'
import { numbered, type Paragraph, type Part, type Source, writtenDate } from './corpus'

export type WordForm = {
  /** Whether numbers, letters and bullets are those of lists, and not typed. */
  automatic: boolean
  columns: 1 | 2
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The lists of a document: one for each form of label, and one for each place at which its numbers begin. */
type Lists = {
  definitions: string[]
  lists: [number, string?][]
  known: Map<string, { definition: number; list: number; next: number }>
}

/** Returns a document as a Word file, for a page of half the usual size, with a head and a page number. */
export function wordOf(source: Source, form: WordForm): Buffer {
  const lists: Lists = { definitions: [], lists: [], known: new Map() }
  const numbers = numbered(source)
  const body = [
    source.symbol && p(r(source.symbol)),
    p(r(writtenDate(source))),
    p(r(escaped(source.title)), '<w:pStyle w:val="Title"/>'),
    ...grouped(source.parts).map((parts) => partsOf(parts, form, lists, numbers)),
    `<w:sectPr><w:headerReference w:type="default" r:id="head"/><w:footerReference w:type="default" r:id="foot"/>
<w:pgSz w:w="8391" w:h="11906"/><w:pgMar w:top="1100" w:bottom="1100" w:left="900" w:right="900" w:header="500" w:footer="500"/>
<w:cols w:num="${form.columns}" w:space="400"/></w:sectPr>`,
  ].join('')
  const footnotes =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
    [...numbers]
      .map(
        ([{ text }, number]) =>
          `<w:footnote w:id="${number}">${p(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>${r(` ${escaped(text)}`)}`, '<w:pStyle w:val="Note"/>')}</w:footnote>`,
      )
      .join('')
  const settings = '<w:autoHyphenation w:val="true"/>'
  const parts = {
    styles: styles(source.language),
    numbering: numberingOf(lists.definitions, lists.lists),
    footnotes,
    settings,
  }
  return Buffer.from(
    zipSync(withEdges(docxFiles(body, { ...parts, core: `<dc:title>${escaped(source.title)}</dc:title>` }), source)),
  )
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Adds the head and the foot of the pages, and the types of all parts, without which word processors open nothing. */
function withEdges(files: Record<string, Uint8Array>, { symbol, title }: Source): Record<string, Uint8Array> {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const page = `${field('begin')}<w:r><w:instrText> PAGE </w:instrText></w:r>${field('separate')}${r('1')}${field('end')}`
  const edges = {
    'word/head.xml': `<w:hdr ${word}>${p(r(escaped(symbol || title)))}</w:hdr>`,
    'word/foot.xml': `<w:ftr ${word}>${p(page, '<w:jc w:val="center"/>')}</w:ftr>`,
  }
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const typeOf = (name: string) =>
    name === 'word/head.xml' ? 'header' : name === 'word/foot.xml' ? 'footer' : name.slice(5, -4)
  const named = [...Object.keys(files), ...Object.keys(edges)].filter((name) => /^word\/[a-z]+\.xml$/.test(name))
  const types = named.map(
    (name) =>
      `<Override PartName="/${name}" ContentType="${main}.${name === 'word/document.xml' ? 'document.main' : typeOf(name)}+xml"/>`,
  )
  const contents = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`
  const rels = Buffer.from(files['word/_rels/document.xml.rels'] ?? '').toString()
  const more = `<Relationship Id="head" Type="${relations}/header" Target="head.xml"/><Relationship Id="foot" Type="${relations}/footer" Target="foot.xml"/></Relationships>`
  const document = Buffer.from(files['word/document.xml'] ?? '')
    .toString()
    .replace('<w:document ', `<w:document xmlns:r="${relations}" `)
  const texts = {
    ...edges,
    '[Content_Types].xml': contents,
    'word/document.xml': document,
    'word/_rels/document.xml.rels': rels.replace('</Relationships>', more),
  }
  return {
    ...files,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  }
}

const locales: Record<string, string> = { en: 'en-US', fr: 'fr-FR', es: 'es-ES', zh: 'zh-CN' }

function styles(language: string): string {
  const heading = (place: number) =>
    style(
      `Heading${place}`,
      `<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${place - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${30 - place * 3}"/></w:rPr>`,
    )
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="DejaVu Serif" w:hAnsi="DejaVu Serif" w:eastAsia="WenQuanYi Zen Hei"/><w:sz w:val="20"/><w:lang w:val="${locales[language]}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    style('Normal', '<w:pPr><w:spacing w:after="120"/></w:pPr>', 'w:default="1"') +
    style(
      'Title',
      '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="240"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>',
    ) +
    style('Note', '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="15"/></w:rPr>') +
    [1, 2, 3].map(heading).join('')
  )
}

/** Returns the parts, with the rows that follow each other together. */
function grouped(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (part.sort === 'row' && last?.[0]?.sort === 'row') last.push(part)
    else groups.push([part])
  }
  return groups
}

function partsOf(parts: readonly Part[], form: WordForm, lists: Lists, numbers: ReadonlyMap<object, number>): string {
  const [part] = parts
  if (part?.sort === 'heading') return p(r(escaped(part.text)), `<w:pStyle w:val="Heading${Math.min(3, part.level)}"/>`)
  if (part?.sort === 'paragraph') return paragraph(part, form, lists, numbers)
  const cell = (text: string, bold: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="1300" w:type="dxa"/></w:tcPr>${p(r(escaped(text), bold ? '<w:b/>' : ''))}</w:tc>`
  const rows = parts.flatMap((one) =>
    one.sort === 'row' ? [`<w:tr>${one.cells.map((text) => cell(text, one.head)).join('')}</w:tr>`] : [],
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="6500" w:type="dxa"/></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1300"/>'.repeat(5)}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function paragraph(
  part: Paragraph,
  { automatic }: WordForm,
  lists: Lists,
  numbers: ReadonlyMap<object, number>,
): string {
  const { label, apart, depth } = part
  const content = runsOf(part, numbers)
  const indent = `<w:ind w:left="${depth * 450}"/>`
  if (apart) return p(r(label, '<w:b/>'), `<w:keepNext/>${indent}`) + p(content, indent)
  if (label === '') return p(content, indent)
  const list = automatic ? listOf(label, lists) : undefined
  if (list === undefined) return p(`${r(label)}<w:r><w:tab/></w:r>${content}`, indent)
  return p(content, `${inList(list)}<w:ind w:left="${450 + depth * 450}" w:hanging="450"/>`)
}

function runsOf({ text, notes }: Paragraph, numbers: ReadonlyMap<object, number>): string {
  let from = 0
  let runs = ''
  for (const note of notes) {
    runs += r(escaped(text.slice(from, note.at)))
    runs += `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${numbers.get(note)}"/></w:r>`
    from = note.at
  }
  return from < text.length ? runs + r(escaped(text.slice(from))) : runs
}

/** Returns the list whose next label this is, or begins one there. */
function listOf(label: string, lists: Lists): number | undefined {
  const [, before = '', counted = '', after = ''] = /^(.*?)(\d+|[a-z]|•)([.):]*)$/.exec(label) ?? []
  const format =
    counted === '•'
      ? 'bullet'
      : /^\d/.test(counted)
        ? 'decimal'
        : /^[ivx]/.test(counted) && before === '('
          ? 'lowerRoman'
          : 'lowerLetter'
  if (counted === '' || format === 'lowerRoman') return undefined
  const value = format === 'decimal' ? Number(counted) : format === 'lowerLetter' ? counted.charCodeAt(0) - 96 : 1
  const key = `${before}|${format}|${after}`
  const known = lists.known.get(key)
  if (known && (format === 'bullet' || known.next === value)) {
    known.next = value + 1
    return known.list
  }
  const definition =
    known?.definition ?? lists.definitions.push(level(0, format, format === 'bullet' ? '•' : `${before}%1${after}`)) - 1
  const list = lists.lists.push([
    definition,
    `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${value}"/></w:lvlOverride>`,
  ])
  lists.known.set(key, { definition, list, next: value + 1 })
  return list
}
