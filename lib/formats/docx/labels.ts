import { numberIn } from './number-formats'
import type { Level, Numbering } from './numbering'

/** The numbers of the lists of a document, as far as it has been read. */
export type Counters = { numbers: Map<string, Map<number, number>>; begun: Set<string> }

export const newCounters = (): Counters => ({ numbers: new Map(), begun: new Set() })

/** A paragraph of a list: the list, its level from 0, and the label that it prints, which may be empty. */
export type Item = { label: string; indent?: number }

const levels = 9

/** Returns the level of a list at which paragraphs of a style stand. */
export function levelOfStyle(numbering: Numbering, list: string, chain: readonly string[]): number | undefined {
  const own = chain.find((style) => levelWith(numbering, list, style) !== undefined)
  return own === undefined ? undefined : levelWith(numbering, list, own)
}

function levelWith(numbering: Numbering, list: string, style: string) {
  for (let level = 0; level < levels; level++) if (levelOf(numbering, list, level)?.style === style) return level
  return undefined
}

/** Returns the definition of a list. One that leads to a style is defined where that style is. */
function definitionOf({ definitions, lists }: Numbering, list: string) {
  const id = lists.get(list)?.definition ?? ''
  const link = definitions.get(id)?.styleLink
  if (link === undefined) return { id, definition: definitions.get(id) }
  const linked = [...definitions].find(([, { definesStyle }]) => definesStyle === link)
  return { id: linked?.[0] ?? id, definition: linked?.[1] }
}

function levelOf(numbering: Numbering, list: string, level: number): Level | undefined {
  const own = numbering.lists.get(list)?.overrides.get(level)?.level
  return own ?? definitionOf(numbering, list).definition?.levels.get(level)
}

function startOf(numbering: Numbering, list: string, level: number) {
  const override = numbering.lists.get(list)?.overrides.get(level)
  return override?.start ?? levelOf(numbering, list, level)?.start ?? 0
}

/**
 * Counts the next paragraph of a list, and returns its label. Lists with the same definition go on counting, unless one
 * says with which number it begins: then its first paragraph does.
 */
export function nextLabel(numbering: Numbering, counters: Counters, list: string, level: number): Item | undefined {
  const { id } = definitionOf(numbering, list)
  const own = levelOf(numbering, list, level)
  if (!own) return undefined
  const numbers = counters.numbers.get(id) ?? new Map<number, number>()
  counters.numbers.set(id, numbers)

  const begins = numbering.lists.get(list)?.overrides.get(level)?.start !== undefined
  const first = begins && !counters.begun.has(`${list} ${level}`)
  counters.begun.add(`${list} ${level}`)
  const before = numbers.get(level)
  numbers.set(level, before === undefined || first ? startOf(numbering, list, level) : before + 1)
  for (let above = 0; above < level; above++) {
    if (!numbers.has(above)) numbers.set(above, startOf(numbering, list, above))
  }
  for (let below = level + 1; below < levels; below++) {
    const restart = levelOf(numbering, list, below)?.restart ?? below
    if (level < restart) numbers.delete(below)
  }
  return { label: labelOf(numbering, list, own, numbers), ...(own.indent !== undefined && { indent: own.indent }) }
}

function labelOf(numbering: Numbering, list: string, own: Level, numbers: Map<number, number>) {
  if (own.format === 'none' && !/%\d/.test(own.text)) return own.text
  if (own.hidden) return ''
  if (own.format === 'bullet') return bulletOf(own.text)
  return own.text
    .replace(/%([1-9])/g, (_, place: string) => {
      const level = Number(place) - 1
      const { format = 'decimal', form } = levelOf(numbering, list, level) ?? {}
      return numberIn(own.legal && format !== 'none' ? 'decimal' : format, numbers.get(level) ?? 0, form)
    })
    .trim()
}

/** Fonts of symbols show a bullet where others show a letter, or nothing. */
const bulletOf = (text: string) => (text === '' ? '' : /[\p{Co}\p{L}]/u.test(text) ? '•' : text.trim() || '•')
