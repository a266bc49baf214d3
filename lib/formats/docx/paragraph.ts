import type { Block } from '@/lib/reading/block'
import type { Why } from '@/lib/reading/removed'
import { paragraphBlocks, withoutMark } from '../paragraph-blocks'
import type { Run } from '../runs'
import { type Counters, levelOfStyle, nextLabel } from './labels'
import type { Notes } from './note-marks'
import type { Numbering } from './numbering'
import { type Looks, resolveStyle, type Stand, type Style, type Styles } from './styles'

/** What a paragraph needs to know of its document. */
export type Document = {
  styles: Styles
  numbering: Numbering
  counters: Counters
  notes: Notes
  resolved: Map<string, Resolved>
}

type Resolved = Style & { chain: string[] }

/** What a paragraph whose end was deleted passes on to the next. */
export type Carried = { lines: Run[][]; notes: { mark: string; blocks: Block[] }[]; after: Block[] }

/** A text that is not printed. `after` is the text before it in its paragraph. */
type LeftOut = { text: string; why: Why; after: Run | undefined }

/** A paragraph that is being read. `end` says whether its end was deleted or is hidden. */
export type Paragraph = Stand &
  Carried & {
    style?: string
    end: { deleted?: boolean; hidden?: boolean }
    /** Whether some of its text is hidden. */
    hides?: boolean
    leftOut: LeftOut[]
    run: Looks & { style?: string }
  }

export const newParagraph = ({ lines, notes, after }: Carried): Paragraph => ({
  lines,
  notes,
  after,
  end: {},
  leftOut: [],
  run: {},
})

export const nothingCarried = (): Carried => ({ lines: [[]], notes: [], after: [] })

function styleOf({ styles, resolved }: Document, id: string | undefined): Resolved {
  const name = id ?? ''
  const found = resolved.get(name) ?? resolveStyle(styles, id)
  resolved.set(name, found)
  return found
}

/** Keeps a text that is not printed. Word divides what belongs together into many parts. */
export function leaveOut({ leftOut, lines }: Paragraph, text: string, why: Why) {
  const last = leftOut.at(-1)
  const after = lines.at(-1)?.at(-1)
  if (last?.why === why && last.after === after) last.text += text
  else leftOut.push({ text, why, after })
}

/** Adds text to a paragraph, as the run that is being read looks. Hidden text is left out. */
export function addText(document: Document, paragraph: Paragraph, text: string, looks: Looks = {}) {
  const { style, ...direct } = paragraph.run
  const { styles } = document
  const own = style === undefined ? {} : styleOf(document, style)
  const all: Looks = {
    ...styles.defaults,
    ...styleOf(document, paragraph.style ?? styles.usual),
    ...own,
    ...direct,
    ...looks,
  }
  if (all.hidden) {
    paragraph.hides = true
    leaveOut(paragraph, text, 'hidden')
    return
  }
  const { bold = false, raised = false, size } = all
  paragraph.lines.at(-1)?.push({ text: text.replaceAll('\u00AD', ''), bold, raised, size })
}

/** Returns what a paragraph prints, with its label, and after it its notes and what stands in its text boxes. */
export function paragraphPrints(document: Document, paragraph: Paragraph): Block[] {
  const { lines, notes, after, end, hides } = paragraph
  const printed = paragraphBlocks(lines, {})
  const found = [...notes.flatMap(({ mark, blocks }) => noteBlocks(blocks, mark)), ...after]
  if (printed.length === 0 && end.hidden && hides) return found

  const style = styleOf(document, paragraph.style ?? document.styles.usual)
  const { label, indent } = itemOf(document, paragraph, style)
  if (printed.length === 0) return label ? [{ text: '', label, whole: true }, ...found] : found
  const level = paragraph.outline ?? style.outline ?? namedLevel(style.name)
  const more = {
    ...(level !== undefined && level < 9 && { heading: level + 1 }),
    ...(indent !== undefined && indent !== 0 && { indent }),
  }
  const [first, ...others] = printed.map((block) => ({ ...block, ...more }))
  return first ? [label ? { ...first, label } : first, ...others, ...found] : found
}

const namedLevel = (name: string | undefined) => {
  if (/^title$/i.test(name ?? '')) return 0
  const [, level] = /^heading ([1-9])$/i.exec(name ?? '') ?? []
  return level === undefined ? undefined : Number(level) - 1
}

function itemOf({ numbering, counters }: Document, paragraph: Paragraph, style: Resolved) {
  const indented = paragraph.indent ?? style.indent
  const list = paragraph.list ?? style.list
  if (list === undefined || list === '0') return { indent: indented }
  const inherited =
    levelOfStyle(numbering, list, style.chain) ?? (paragraph.list === undefined ? style.level : undefined)
  const item = nextLabel(numbering, counters, list, paragraph.level ?? inherited ?? 0)
  return { label: item?.label, indent: paragraph.indent ?? item?.indent ?? indented }
}

/** Returns the blocks of a note. Its text may begin with its mark. */
function noteBlocks(blocks: readonly Block[], mark: string): Block[] {
  const [first, ...others] = blocks.map((block) => ({ ...block, note: mark }))
  return first ? [withoutMark(first, mark), ...others].filter(({ text }) => text !== '') : []
}
