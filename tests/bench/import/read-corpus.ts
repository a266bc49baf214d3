import { readSource } from '@/lib/formats/child/read-source'
import { RefusedFile } from '@/lib/formats/file-refusals'
import { type Group, groups, readCorpus, type Source } from './corpus'
import { measureLong } from './long-document'
import { pageOf } from './page-files'
import { textOf } from './plain-files'
import { findProducers } from './producers'
import { f1Of, none, precisionOf, recallOf, type Score, scoreOf, sum } from './scores'
import { wordOf } from './word-files'

/** The files of the corpus in one format. */
type Form = { name: string; ending: string; labelOf: (label: string) => string; files: (Buffer | undefined)[] }

type Result = { source: Source; form: string; score: Score }

/** Reads the corpus in every format and prints how much of it was read exactly, and what was found in it. */
export async function readCorpusInAllFormats({ details }: { details: boolean }) {
  const sources = readCorpus()
  const results: Result[] = []
  for (const { name, ending, labelOf, files } of await formsOf(sources)) {
    for (const [place, source] of sources.entries()) {
      const file = files[place]
      if (file) results.push({ source, form: name, score: await scoreFile(source, file, ending, labelOf) })
    }
  }
  for (const group of groups) print(`${titles[group]}, by format`, results, group, ({ form }) => form)
  for (const group of groups) print(`${titles[group]}, by style`, results, group, ({ source }) => source.name)
  if (details) printDifferences(results)
  await measureLong(sources)
}

const titles: Record<Group, string> = {
  tuned: 'Documents on which rules were tuned',
  'held-out': 'Documents held out, known by their totals',
  unseen: 'Documents held out, written later',
}

const typed = (label: string) => (label === '•' ? '' : label.replace(/(?<=[^(].*|^)\s?[.:]$/, ''))

/** Browsers print the letters of lists with a full stop, whatever the document has. */
const listed = (label: string) => (/^\(?[a-z]\)$/.test(label) ? label.replace(/[()]/g, '') : typed(label))

/** Arabic in a PDF cannot be read exactly, and such files are refused. */
const unprinted = 'ar'

async function formsOf(sources: readonly Source[]): Promise<Form[]> {
  const made = (name: string, ending: string, file: (source: Source) => Buffer | string, labelOf = typed): Form => ({
    name,
    ending,
    labelOf,
    files: sources.map((source) => Buffer.from(file(source))),
  })
  const { producers, missing } = findProducers()
  for (const name of missing) console.log(`${name} is not installed, so its PDFs are left out.`)
  const forms = [
    made('TXT', '.txt', (source) => textOf(source, { blank: true })),
    made('TXT without blank lines', '.txt', (source) => textOf(source, { blank: false })),
    made('HTML, typed numbers', '.html', (source) => pageOf(source, { lists: false })),
    made('HTML, lists', '.html', (source) => pageOf(source, { lists: true }), listed),
    made('DOCX, typed numbers', '.docx', (source) => wordOf(source, { automatic: false, columns: 1 })),
    made('DOCX, automatic numbers', '.docx', (source) => wordOf(source, { automatic: true, columns: 1 })),
  ]
  const printable = sources.filter(({ language }) => language !== unprinted)
  for (const { name, print } of producers) {
    for (const columns of [1, 2] as const) {
      const printed = await print(printable, columns)
      const files = sources.map((source) => printed[printable.indexOf(source)])
      forms.push({
        name: `PDF, ${name}, ${columns} column${columns === 1 ? '' : 's'}`,
        ending: '.pdf',
        labelOf: typed,
        files,
      })
    }
  }
  return forms
}

async function scoreFile(source: Source, file: Buffer, ending: string, labelOf: Form['labelOf']): Promise<Score> {
  try {
    const { paragraphs } = await readSource(file, ending, () => {})
    return await scoreOf(source, paragraphs, labelOf)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    const score = await scoreOf(source, [], labelOf)
    return { ...score, missing: [`Refused: ${error.code}`, ...score.missing] }
  }
}

const columns = ['paragraphs', 'sentences', 'recall', 'precision', 'addressees', 'altered']
const row = (name: string, figures: string[]) => name.padEnd(30) + figures.map((figure) => figure.padStart(12)).join('')

function print(title: string, results: readonly Result[], group: Group, nameOf: (result: Result) => string) {
  const shown = results.filter(({ source }) => source.group === group)
  console.log(`\n${row(title.slice(0, 60), [])}\n${row('', columns)}`)
  for (const name of [...new Set(shown.map(nameOf)), 'all']) {
    const scores = shown.filter((one) => name === 'all' || nameOf(one) === name).map(({ score }) => score)
    const total = (part: 'paragraphs' | 'sentences' | 'recommendations' | 'addressees') =>
      scores.map((score) => score[part]).reduce(sum, none())
    const asked = total('recommendations')
    const figures = [
      f1Of(total('paragraphs')),
      f1Of(total('sentences')),
      recallOf(asked),
      precisionOf(asked),
      f1Of(total('addressees')),
    ]
    const altered = scores.reduce((count, one) => count + one.altered.length, 0)
    console.log(row(name, [...figures.map((figure) => figure.toFixed(3)), String(altered)]))
  }
}

/** Prints what was read otherwise than it is written. What is held out is not shown, so that nobody tunes rules on it. */
function printDifferences(results: readonly Result[]) {
  for (const { source, form, score } of results) {
    if (source.group !== 'tuned' || score.missing.length + score.surplus.length === 0) continue
    console.log(`\n${source.name}, ${form}`)
    for (const one of score.missing) console.log(`  - ${one.slice(0, 160)}`)
    for (const one of score.surplus) console.log(`  + ${one.slice(0, 160)}`)
  }
}
