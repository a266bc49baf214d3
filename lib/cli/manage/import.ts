import { Problem } from '../problem'
import { granted, type Verb } from './verb'

/** `npm run manage -- import FILE` */
export const importFile: Verb = {
  says: 'reads a document from a file; with --publish, publishes it with every recommendation that is suggested',
  argument: 'file',
  options: {
    code: { type: 'string', says: 'the code of the document, such as SALVADOR-2010; needed to publish it' },
    publish: { type: 'boolean', says: 'publishes the document at once, without a review' },
    user: { type: 'string', says: 'email of the person who imports it (default: the first administrator)' },
  },
  async run(given) {
    const { importAtConsole } = await import('@/lib/imports/import-at-console')
    const { id, state, error, published, counts } = granted(await importAtConsole(given))
    if (error) throw new Problem(error.message)
    if (published) return `Published as ${published.code}.`
    const read = [
      amount(counts.paragraphs, 'paragraph'),
      amount(counts.suggested, 'suggested recommendation'),
      amount(counts.offered, 'further sentence'),
    ]
    return `${read.join(', ')}. It waits for a review at /imports/${id} (${state}).`
  },
}

const amount = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
