const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const officeRelations = `${schemas}/officeDocument/2006/relationships`
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const range = (count: number) => Array.from({ length: count }, (_, place) => place + 1)

/** The places of the formats in `styles`. */
export const styleOf = { text: 0, header: 1, day: 2, moment: 3 }

/** The formats of cells: as they are, bold, a day, and a moment. Excel shows the last two as its country writes them. */
export const styles = `${declaration}<styleSheet xmlns="${schemas}/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** Returns the part that names the type of every other part. */
export const contentTypes = (sheets: number) =>
  `${declaration}<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${range(
    sheets,
  )
    .map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`)
    .join('')}</Types>`

const relationsPart = (content: string) =>
  `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">${content}</Relationships>`

/** The part that says where the workbook is. */
export const relations = relationsPart(
  `<Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/>`,
)

/** Returns the part that says where the worksheets and the formats are. */
export const workbookRelations = (sheets: number) =>
  relationsPart(
    `${range(sheets)
      .map((n) => `<Relationship Id="rId${n}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)
      .join('')}<Relationship Id="rId${sheets + 1}" Type="${officeRelations}/styles" Target="styles.xml"/>`,
  )

/** Returns the workbook with the names of its worksheets, which are ready for XML. */
export const workbook = (names: string[]) =>
  `${declaration}<workbook xmlns="${schemas}/spreadsheetml/2006/main" xmlns:r="${officeRelations}"><sheets>${names
    .map((name, place) => `<sheet name="${name}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`)
    .join('')}</sheets></workbook>`
