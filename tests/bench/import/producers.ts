import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../support/browser'
import type { Source } from './corpus'
import { pageOf } from './page-files'
import { typesetOf } from './typeset-files'
import { wordOf } from './word-files'

export type Columns = 1 | 2

/** A program that makes PDFs. `print` returns the file of each document, or nothing for one that it cannot print. */
export type Producer = {
  name: string
  print: (sources: readonly Source[], columns: Columns, paper?: 'A4' | 'A5') => Promise<(Buffer | undefined)[]>
}

/** Returns the producers that this machine has, and the names of those that it lacks. */
export function findProducers(): { producers: Producer[]; missing: string[] } {
  const all = [
    { name: 'Chromium', found: findBrowser() !== undefined, print: printPages },
    { name: 'LibreOffice', found: runs('soffice', '--version'), print: printWords },
    { name: 'groff', found: runs('groff', '-v') && runs('gs', '-v'), print: typeset },
  ]
  return {
    producers: all.filter(({ found }) => found),
    missing: all.filter(({ found }) => !found).map(({ name }) => name),
  }
}

const runs = (command: string, argument: string) => spawnSync(command, [argument], { stdio: 'ignore' }).status === 0

async function printPages(sources: readonly Source[], columns: Columns, paper: 'A4' | 'A5' = 'A5') {
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    const files: Buffer[] = []
    for (const source of sources) {
      await page.setContent(pageOf(source, { lists: false, columns, broken: true }))
      const edge = (text: string) =>
        `<div style="font-size: 7pt; width: 100%; padding: 0 16mm; text-align: center">${text}</div>`
      const file = await page.pdf({
        format: paper,
        margin: { top: '20mm', bottom: '18mm', left: '15mm', right: '15mm' },
        displayHeaderFooter: true,
        headerTemplate: edge(source.symbol || source.title),
        footerTemplate: edge('<span class="pageNumber"></span>'),
      })
      files.push(file)
    }
    return files
  } finally {
    await browser.close()
  }
}

/** Runs work in a folder of its own, which is removed afterwards. */
function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-corpus-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function printWords(sources: readonly Source[], columns: Columns) {
  return inFolder((folder) => {
    const files = sources.map((source, place) => {
      const file = join(folder, `${place}.docx`)
      writeFileSync(file, wordOf(source, { automatic: true, columns }))
      return file
    })
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
    })
    return files.map((file) => readFileSync(file.replace(/docx$/, 'pdf')))
  })
}

/** The fonts of PostScript have no Chinese or Russian characters. */
async function typeset(sources: readonly Source[], columns: Columns) {
  return inFolder((folder) =>
    sources.map((source, place) => {
      if (source.language === 'zh' || source.language === 'ru') return undefined
      const [written, printed] = [join(folder, `${place}.ps`), join(folder, `${place}.pdf`)]
      const options = [
        '-k',
        '-K',
        'utf8',
        '-t',
        '-ms',
        '-Tps',
        '-P-p21c,14.8c',
        ...(source.language === 'fr' ? ['-mfr'] : []),
      ]
      writeFileSync(
        written,
        execFileSync('groff', options, {
          input: typesetOf(source, columns),
          stdio: ['pipe', 'pipe', 'ignore'],
          maxBuffer: 1e9,
        }),
      )
      execFileSync(
        'gs',
        [
          '-q',
          '-dBATCH',
          '-dNOPAUSE',
          '-sDEVICE=pdfwrite',
          '-dDEVICEWIDTHPOINTS=420',
          '-dDEVICEHEIGHTPOINTS=595',
          '-dFIXEDMEDIA',
          `-sOutputFile=${printed}`,
          written,
        ],
        { stdio: 'ignore' },
      )
      return readFileSync(printed)
    }),
  )
}
