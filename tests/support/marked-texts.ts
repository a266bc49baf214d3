import { readdirSync, readFileSync } from 'node:fs'
import { readPasted } from '@/lib/reading/read-blocks'
import { findCandidates } from '@/lib/suggestions/find-candidates'

const languages: Record<string, string> = { french: 'fr', spanish: 'es', russian: 'ru', chinese: 'zh', arabic: 'ar' }

type Marked = { name: string; language: string; text: string; required: string[]; permitted: string[] }

/**
 * Reads texts in which "§" stands before each recommendation, "~" before what may be offered, and "# " before headings.
 * The introduction of a list is permitted: its items are required.
 */
export function markedTexts(folder: 'seen' | 'unseen'): Marked[] {
  return readdirSync(`tests/support/marked-texts/${folder}`).map((file) => {
    const lines = readFileSync(`tests/support/marked-texts/${folder}/${file}`, 'utf8').replaceAll(/^# /gm, '')
    const marks = [...lines.matchAll(/([§~])([^§~\t\n]+)/g)].map(([, mark, text = '']) => ({ mark, text: text.trim() }))
    const required = marks.filter(({ mark, text }) => mark === '§' && !text.endsWith(':') && !text.endsWith('：'))
    const name = file.replace('.txt', '')
    return {
      name,
      language: languages[name.split('-', 1)[0] ?? name] ?? 'en',
      text: lines.replaceAll(/[§~]/g, '').replaceAll('\n', '\n\n'),
      required: required.map(({ text }) => text),
      permitted: marks.map(({ text }) => text),
    }
  })
}

const compared = 20
const alike = (one: string, other: string) => {
  const length = Math.min(compared, one.length, other.length)
  return one.slice(0, length) === other.slice(0, length)
}

/** Returns which recommendations of a marked text are suggested, which are missed, and what else is suggested. */
export async function suggestedIn({ language, text, required, permitted }: Marked) {
  const candidates = await findCandidates(readPasted(text).paragraphs, { language, date: '2024-06-30' })
  const quotes = candidates.filter(({ confidence }) => confidence >= 0.5).map(({ quote }) => quote)
  const missed = required.filter((one) => !quotes.some((quote) => alike(quote, one)))
  const wrong = quotes.filter((quote) => !permitted.some((one) => alike(quote, one)))
  return { found: required.length - missed.length, missed, suggested: quotes.length, wrong }
}
