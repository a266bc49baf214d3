import type { PDFDocumentProxy } from 'pdfjs-dist'
import { afterEach, expect, test } from 'vitest'
import { withPdf } from '@/lib/formats/pdf/open-pdf'
import { writePdf } from '@/lib/publications/pdf/write-pdf'
import { quotes, samplePublication } from '../support/sample-publication'

const noFonts = '/no-such-folder'
const pdfOf = (options?: Parameters<typeof samplePublication>[0]) => writePdf(samplePublication(options), noFonts)

type Node = { role?: string; alt?: string; lang?: string; children?: Node[] }

const everyNode = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(everyNode)]

const pagesOf = (pdf: PDFDocumentProxy) =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, place) => pdf.getPage(place + 1)))

const tagsOf = async (pdf: PDFDocumentProxy) => {
  const trees = await Promise.all((await pagesOf(pdf)).map((page) => page.getStructTree()))
  return trees.map((tree) => everyNode(tree as Node))
}

const textOf = async (pdf: PDFDocumentProxy) => {
  const contents = await Promise.all((await pagesOf(pdf)).map((page) => page.getTextContent()))
  return contents.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(''))
}

const timeZone = process.env.TZ
afterEach(() => {
  if (timeZone === undefined) delete process.env.TZ
  else process.env.TZ = timeZone
})

test('a PDF can be read to those who do not see it', async () => {
  await withPdf(pdfOf(), async (pdf) => {
    const pages = await tagsOf(pdf)
    const tags = pages.flat()
    const roles = tags.map(({ role }) => role)
    const info = (await pdf.getMetadata()).info as Record<string, unknown>

    expect(info).toMatchObject({ Language: 'en', Title: samplePublication().title, Keywords: 'K3F7-9QXM-PT4D-8WZ2' })
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    expect(roles.filter((role) => /^H\d$/.test(role ?? ''))).toEqual(['H1', 'H1', 'H1', 'H2', 'H2'])
    expect(roles.filter((role) => role === 'TH').length).toBe(
      4 * pages.filter((page) => page.some(({ role }) => role === 'TH')).length,
    )
    expect(tags.find(({ role }) => role === 'Figure')?.alt).toContain('Implemented rose from 20 to 176.')
    expect(new Set(tags.map(({ lang }) => lang))).toEqual(new Set([undefined, 'ar', 'en', 'es', 'fr', 'ru', 'zh']))
    expect(roles).toEqual(expect.arrayContaining(['BlockQuote', 'Caption', 'L', 'Table', 'TOC']))
  })
})

test('the contents name the page of each heading, and each page says which of how many it is', async () => {
  await withPdf(pdfOf(), async (pdf) => {
    const [front = '', ...rest] = await textOf(pdf)
    const outline = await pdf.getOutline()

    expect(outline.map(({ title, items }) => [title, items.length])).toEqual([
      ['Summary', 0],
      ['Recommendation 1', 2],
    ])
    expect(front.replace(/[ .]+/g, ' ')).toContain('Summary 2Recommendation 1 2')
    for (const [place, text] of rest.entries()) expect(text).toContain(`${place + 2} of ${pdf.numPages}`)
  })
})

test('every letter comes back from the PDF, and what no font has is marked by its number', async () => {
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')
  await withPdf(pdfOf(), async (pdf) => {
    const text = (await textOf(pdf)).join('')

    for (const language of ['en', 'fr', 'es', 'ru'] as const) expect(letters(text)).toContain(letters(quotes[language]))
    // A reader may order words from right to left as it finds them.
    const sorted = (words: string) => Array.from(letters(words)).sort().join('')
    const arabicOf = (words: string) => sorted(words.replace(/[^\p{Script=Arabic}]/gu, ''))
    expect(arabicOf(text)).toBe(arabicOf(quotes.ar + 'وزارة الداخلية'.repeat(12)))
    expect(text).toContain('[U+5404][U+56FD]')
    expect(text).toContain('No font has these characters: U+5404, U+56FD')
  })
})

test('a report in Arabic runs from right to left', async () => {
  await withPdf(pdfOf({ language: 'ar' }), async (pdf) => {
    const page = await pdf.getPage(2)
    const { items } = await page.getTextContent()
    const heading = items.find((item) => 'str' in item && item.str.includes('ملخص'))

    expect((await pdf.getMetadata()).info).toMatchObject({ Language: 'ar' })
    expect(heading && 'transform' in heading && Number(heading.transform[4])).toBeGreaterThan(400)
  })
})

test('the same content gives the same bytes, whatever the time zone', () => {
  process.env.TZ = 'Asia/Kathmandu'
  const there = pdfOf({ rows: 3 })
  process.env.TZ = 'America/Lima'

  expect(pdfOf({ rows: 3 }).equals(there)).toBe(true)
})
