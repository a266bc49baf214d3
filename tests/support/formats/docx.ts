import { zipSync } from 'fflate'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const more =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

type Contents = Partial<
  Record<'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'settings' | 'header' | 'footer', string>
> & {
  core?: string
}

const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  settings: 'settings',
  header: 'hdr',
  footer: 'ftr',
}

const rels = (all: Record<string, string>) =>
  `<Relationships xmlns="${packages}">${Object.entries(all)
    .map(([type, target], place) => `<Relationship Id="r${place}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Returns a Word document with this text, and the other parts that are given. */
export const docxOf = (body: string, contents?: Contents) => Buffer.from(zipSync(docxFiles(body, contents)))

/** Returns the files in a Word document. */
export function docxFiles(body: string, { core, ...parts }: Contents = {}): Record<string, Uint8Array> {
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels({
      officeDocument: 'word/document.xml',
      ...(core && { 'core-properties': 'docProps/core.xml' }),
    }),
    'word/document.xml': `<?xml version="1.0"?><w:document ${word} ${more}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': rels(Object.fromEntries(Object.keys(parts).map((part) => [part, `${part}.xml`]))),
  }
  for (const [part, text] of Object.entries(parts)) {
    const root = roots[part as keyof typeof roots]
    files[`word/${part}.xml`] = `<w:${root} ${word} ${more}>${text}</w:${root}>`
  }
  if (core) files['docProps/core.xml'] = `<cp xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp>`
  const bytes = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  return Object.fromEntries(bytes)
}

/** Returns a run with this text. */
export const r = (text: string, looks = '') =>
  `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** Returns a paragraph with these contents. */
export const p = (content: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

/** Returns the property of a paragraph that puts it into a list. */
export const inList = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

/** Returns a level of a list: its format, how it prints, and more. */
export const level = (place: number, format: string, text: string, more = '', start = 1) =>
  `<w:lvl w:ilvl="${place}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`

/** Returns lists: the levels of each definition, and which list has which. */
export const numberingOf = (definitions: string[], lists: [definition: number, overrides?: string][]) =>
  definitions.map((levels, id) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`).join('') +
  lists
    .map(
      ([id, overrides = ''], place) =>
        `<w:num w:numId="${place + 1}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`,
    )
    .join('')

export const style = (id: string, properties: string, attributes = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${attributes}><w:name w:val="${id}"/>${properties}</w:style>`

/** Returns a table of rows of cells, each with its paragraphs. */
export const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
