import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withPdf } from '@/lib/formats/pdf/open-pdf'
import { writeDocx } from '@/lib/publications/word/write-docx'
import { writeWorkbook } from '@/lib/publications/write-workbook'
import { soffice } from '../support/programs'
import { quotes, samplePublication } from '../support/sample-publication'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Returns the texts of the pages that LibreOffice prints of a file. */
async function printed(name: string, content: Uint8Array) {
  const file = join(folder, name)
  writeFileSync(file, content)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync(soffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
  return withPdf(readFileSync(file.replace(/\.\w+$/, '.pdf')), async (pdf) => {
    const pages = Array.from({ length: pdf.numPages }, async (_, place) => {
      const { items } = await (await pdf.getPage(place + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    })
    return Promise.all(pages)
  })
}

test('LibreOffice prints the document of Word, with page numbers and a header on every page of a table', async () => {
  const pages = await printed('report.docx', await writeDocx(samplePublication({ rows: 60 })))

  expect(pages.length).toBeGreaterThan(3)
  expect(pages.join('')).toContain(quotes.ru)
  for (const [place, text] of pages.entries()) expect(text).toContain(`${place + 1} of ${pages.length}`)
  expect(pages.filter((text) => /Organization\s*Status\s*Reports/.test(text)).length).toBeGreaterThan(1)
})

test('LibreOffice prints the workbook', async () => {
  const parts: Uint8Array[] = []
  for await (const part of writeWorkbook(samplePublication({ rows: 3 }))) parts.push(part)

  expect((await printed('report.xlsx', Buffer.concat(parts))).join('')).toContain('Ministry of the Interior')
})
