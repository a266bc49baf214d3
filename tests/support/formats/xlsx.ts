import { zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

const rels = (all: [type: string, target: string][]) =>
  `<Relationships xmlns="${packages}">${all
    .map(([type, target], place) => `<Relationship Id="r${place}" Type="${relations}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

type Worksheet = { name: string; state?: string; data: string; after?: string }
type More = { properties?: string; texts?: string; styles?: string; parts?: Record<string, string> }

/** Returns an XLSX workbook with these worksheets, whose rows are given in its own language. */
export function xlsxOf(worksheets: readonly Worksheet[], { properties = '', texts, styles, parts = {} }: More = {}) {
  const related: [string, string][] = worksheets.map((_, place) => ['worksheet', `sheet${place}.xml`])
  if (texts !== undefined) related.push(['sharedStrings', 'texts.xml'])
  if (styles !== undefined) related.push(['styles', 'styles.xml'])
  const sheets = worksheets.map(
    ({ name, state = 'visible' }, place) =>
      `<sheet name="${name}" sheetId="${place + 1}" state="${state}" r:id="r${place}"/>`,
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(related),
    ...(texts !== undefined && { 'xl/texts.xml': `<sst xmlns="${main}">${texts}</sst>` }),
    ...(styles !== undefined && { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
  }
  for (const [place, { data, after = '' }] of worksheets.entries()) {
    files[`xl/sheet${place}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`
  }
  const bytes = Object.entries({ ...files, ...parts }).map(([name, text]) => [name, new TextEncoder().encode(text)])
  return Buffer.from(zipSync(Object.fromEntries(bytes)))
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Returns rows of cells with texts of their own. */
export const textRows = (rows: readonly (readonly string[])[]) =>
  rows
    .map((cells) => {
      const written = cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`)
      return `<row>${written.join('')}</row>`
    })
    .join('')

/** Returns a workbook with one worksheet of texts. */
export const workbookOf = (...rows: readonly (readonly string[])[]) => xlsxOf([{ name: 'A', data: textRows(rows) }])
