import { readXml, type Tag } from '../package/xml'
import type { Archive } from '../package/zip'
import type { Parts } from './parts'
import { isOn } from './styles'

/** A level of a list: how its numbers look, and after which level they begin again. */
export type Level = {
  start: number
  format: string
  /** The form of a custom format: `001, 002, 003, ...`. */
  form?: string
  text: string
  legal: boolean
  restart?: number
  style?: string
  indent?: number
  hidden?: boolean
}

/** The levels that several lists share, with their numbers. Another style may define them. */
type Definition = { levels: Map<number, Level>; styleLink?: string; definesStyle?: string }

type Override = { start?: number; level?: Level }

export type Numbering = {
  definitions: Map<string, Definition>
  lists: Map<string, { definition: string; overrides: Map<number, Override> }>
}

type Reading = {
  numbering: Numbering
  definition?: Definition | undefined
  overrides?: Map<number, Override> | undefined
  override?: Override | undefined
  level?: Level | undefined
  list?: { definition: string; overrides: Map<number, Override> } | undefined
  skipped: number
}

/** Reads the lists of a document. */
export function readNumbering(archive: Archive, { numbering: part }: Parts): Numbering {
  const numbering: Numbering = { definitions: new Map(), lists: new Map() }
  if (part === undefined) return numbering
  const reading: Reading = { numbering, skipped: 0 }
  readXml(archive, part, {
    open(tag) {
      if (reading.skipped > 0 || tag.name === 'mc:Fallback') reading.skipped++
      else if (reading.level) takeLevel(reading.level, tag)
      else takeList(reading, tag)
    },
    close(name) {
      if (reading.skipped > 0) reading.skipped--
      else if (name === 'lvl') reading.level = undefined
      else if (name === 'lvlOverride') reading.override = undefined
      else if (name === 'num') reading.list = undefined
      else if (name === 'abstractNum') reading.definition = undefined
    },
  })
  return numbering
}

const whole = (value: string | undefined) => Number.parseInt(value ?? '', 10) || 0

function takeList(reading: Reading, { name, value }: Tag) {
  const { numbering, definition, list } = reading
  const id = value('val') ?? ''
  if (name === 'abstractNum') {
    reading.definition = { levels: new Map() }
    numbering.definitions.set(value('abstractNumId') ?? '', reading.definition)
  } else if (name === 'num') {
    reading.list = { definition: '', overrides: new Map() }
    numbering.lists.set(value('numId') ?? '', reading.list)
  } else if (name === 'numStyleLink' && definition) definition.styleLink = id
  else if (name === 'styleLink' && definition) definition.definesStyle = id
  else if (name === 'abstractNumId' && list) list.definition = id
  else if (name === 'lvlOverride' && list) {
    reading.override = {}
    list.overrides.set(whole(value('ilvl')), reading.override)
  } else if (name === 'startOverride' && reading.override) reading.override.start = whole(id)
  else if (name === 'lvl') {
    reading.level = { start: 0, format: 'decimal', text: '', legal: false }
    if (reading.override) reading.override.level = reading.level
    else definition?.levels.set(whole(value('ilvl')), reading.level)
  }
}

function takeLevel(level: Level, { name, value }: Tag) {
  const given = value('val')
  if (name === 'start') level.start = whole(given)
  else if (name === 'numFmt') {
    level.format = given ?? 'decimal'
    const form = value('format')
    if (form !== undefined) level.form = form
  } else if (name === 'lvlText') level.text = given ?? ''
  else if (name === 'isLgl') level.legal = isOn(given)
  else if (name === 'lvlRestart') level.restart = whole(given)
  else if (name === 'pStyle' && given !== undefined) level.style = given
  else if (name === 'vanish') level.hidden = isOn(given)
  else if (name === 'ind') level.indent = whole(value('left') ?? value('start')) / 20
}
