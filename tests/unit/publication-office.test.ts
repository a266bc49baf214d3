import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '@/lib/formats/docx/read-docx'
import { writeDocx } from '@/lib/publications/word/write-docx'
import { writeWorkbook } from '@/lib/publications/write-workbook'
import { quotes, samplePublication } from '../support/sample-publication'

const partsOf = (content: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(content)).map(([name, part]) => [name, strFromU8(part)]))

const textsOf = (content: Uint8Array) => {
  const texts: string[] = []
  readDocx(Buffer.from(content), { write: ({ text }) => texts.push(text), progress: () => {} })
  return texts
}

const workbookOf = async (content: Parameters<typeof writeWorkbook>[0]) => {
  const parts: Uint8Array[] = []
  for await (const part of writeWorkbook(content)) parts.push(part)
  return Buffer.concat(parts)
}

test('a document of Word has headings, contents with pages, captions, headers that repeat, and texts for charts', async () => {
  const content = await writeDocx(samplePublication({ rows: 20 }))
  const { 'word/document.xml': body = '', 'word/footer1.xml': foot, 'docProps/core.xml': core } = partsOf(content)
  const texts = textsOf(content)

  expect(texts).toEqual(expect.arrayContaining([...Object.values(quotes), 'Summary', 'What was done']))
  expect(texts.join('\n')).toContain('Of 1,000 assignments, 412 are implemented.')
  expect(body.match(/<w:pStyle w:val="Heading\d"\/>/g)).toHaveLength(4)
  expect(body).toMatch(/>Summary<[\s\S]*PAGEREF[\s\S]*>2</)
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(body).toContain('descr="Implemented rose from 20 to 176. Overdue fell from 80 to 28."')
  expect(body).toContain('<w:lang w:val="ru"/>')
  expect(foot).toContain('NUMPAGES')
  expect(core).toContain('>2026-12-01T08:00:00.000Z<')
})

test('a document in Arabic runs from right to left', async () => {
  const { 'word/document.xml': body = '' } = partsOf(await writeDocx(samplePublication({ language: 'ar', rows: 2 })))

  expect(body).toContain('<w:bidiVisual/>')
  expect(body).toMatch(/<w:bidi\/>[\s\S]*<w:rtl\/>[\s\S]*تقرير متابعة التوصيات/)
})

test('a character that Word cannot contain is shown by its number', async () => {
  const sample = samplePublication({ rows: 1 })
  const blocks = [{ type: 'paragraph' as const, text: 'Bell \u0007 and half \uD83D.' }]

  expect(textsOf(await writeDocx({ ...sample, blocks }))).toContain('Bell [U+0007] and half [U+D83D].')
})

test('a workbook has what the report is, its figures, its charts as numbers and each of its tables', async () => {
  const sample = samplePublication({ rows: 3, recommendations: 2 })
  const parts = partsOf(await workbookOf(sample))
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/sheet name="([^"]+)"/g)].map(([, name]) => name)

  expect(names).toEqual(['Follow-up report on the c', 'Assignments over time', 'Assignments', 'Assignments 4'])
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/>Overdue<[\s\S]*<v>30<\/v>/)
  expect(parts['xl/worksheets/sheet2.xml']).toContain('<v>600</v>')
  expect(parts['xl/worksheets/sheet4.xml']).toContain('Ministry of the Interior of State 2')
  expect(await workbookOf(sample)).toEqual(await workbookOf(sample))
})
