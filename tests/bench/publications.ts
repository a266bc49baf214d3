import { withPdf } from '@/lib/formats/pdf/open-pdf'
import { writeFormat } from '@/lib/publications/write-format'
import { samplePublication } from '../support/sample-publication'

/** The longest time for a PDF of 200 pages, in seconds. */
const longest = 20

/** Sets a report of about 200 pages as a PDF and as a document of Word, each in a process of its own, and prints the times. */
export async function setPublications(signal: AbortSignal) {
  const content = JSON.stringify(samplePublication({ recommendations: 80, rows: 60 }))
  for (const format of ['pdf', 'docx'] as const) {
    const begun = performance.now()
    const written = await writeFormat(content, format, { signal, fonts: '' }, async (file) =>
      Buffer.concat(await file.toArray()),
    )
    if (!written.ok) throw new Error(`The report was not set as ${format}: ${written.code}.`)
    const seconds = (performance.now() - begun) / 1000
    const size = `${(written.value.length / 1e6).toFixed(1)} MB`
    if (format === 'docx') {
      console.log(`publication-docx: ${size} in ${seconds.toFixed(1)} s`)
      continue
    }
    const pages = await withPdf(written.value, async (pdf) => pdf.numPages)
    const verdict = (seconds * 200) / pages <= longest ? 'within' : 'ABOVE'
    console.log(`publication-pdf: ${pages} pages, ${size} in ${seconds.toFixed(1)} s, ${verdict} ${longest} s for 200`)
  }
}
