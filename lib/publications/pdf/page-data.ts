import type { PublicationBlock, PublicationContent } from '../content'
import { typographyOf } from '../type/direction'
import type { Fonts } from '../type/fonts'
import { missingMarker, named } from '../type/mark-missing'
import { drawChart } from './chart-drawing'

/** The most characters that the note about missing letters names. */
const mostNamed = 30

/** Returns what the template needs: the content with its charts drawn, the languages that occur, and the fonts. */
export function pageData(content: PublicationContent, { has, ...fonts }: Omit<Fonts, 'files'>) {
  const { mark, missing } = missingMarker(has)
  const languages = new Set([content.language])
  const blocks = content.blocks.map(drawn(content.language))
  const marked = JSON.parse(JSON.stringify({ ...content, blocks }), (key, value: unknown) => {
    if (key === 'language' && typeof value === 'string') languages.add(value)
    return typeof value === 'string' ? mark(value) : value
  }) as PublicationContent
  return {
    ...marked,
    running: shortened(marked.title),
    note: missing.size === 0 ? null : noteOf(marked.words.missingCharacters, missing),
    languages: Object.fromEntries(Array.from(languages, (tag) => [tag, settingOf(tag, content)])),
    fonts,
  }
}

/** Returns what fits in the head of each page. */
const shortened = (title: string) => {
  const [letters, rest] = [Array.from(title).slice(0, 80), Array.from(title).slice(80)]
  return rest.length > 0 ? `${letters.join('').trimEnd()}…` : title
}

const drawn = (language: string) => (block: PublicationBlock) =>
  block.type === 'chart' ? { ...block, drawn: drawChart(block, language) } : block

/** The direction of the report is as its content says, because a language of trials has one of its own. */
function settingOf(tag: string, { language, direction }: PublicationContent) {
  const typography = typographyOf(tag)
  return tag === language ? { ...typography, rtl: direction === 'rtl' } : typography
}

function noteOf(sentence: string, missing: Set<number>) {
  const names = Array.from(missing).slice(0, mostNamed).map(named)
  return sentence.replace('{characters}', () => `${names.join(', ')}${missing.size > mostNamed ? ', …' : ''}`)
}
