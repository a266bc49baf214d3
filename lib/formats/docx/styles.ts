import { readXml, type Tag } from '../package/xml'
import type { Archive } from '../package/zip'
import type { Parts } from './parts'

/** How characters look. What a style or a run does not say comes from what it is based on. */
export type Looks = { bold?: boolean; size?: number; hidden?: boolean; raised?: boolean }

/** How a paragraph stands: its list, its level in the outline from 0, and its indent in points. */
export type Stand = { list?: string; level?: number; outline?: number; indent?: number }

export type Style = Looks & Stand & { basedOn?: string; name?: string }

export type Styles = {
  byId: Map<string, Style>
  defaults: Looks
  /** The style of paragraphs that name none. */
  usual?: string
}

/** Returns whether a setting is on: it is unless it says otherwise. */
export const isOn = (value: string | undefined) => !/^(?:0|false|off|none)$/.test(value ?? '')

const twips = (value: string | undefined) =>
  /^-?\d+/.test(value ?? '') ? Number.parseInt(value ?? '', 10) / 20 : undefined
const whole = (value: string | undefined) => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : undefined)

/** Takes a property of characters. */
export function takeLook(looks: Looks, { name, value }: Tag) {
  if (name === 'b') looks.bold = isOn(value('val'))
  else if (name === 'vanish') looks.hidden = isOn(value('val'))
  else if (name === 'vertAlign') looks.raised = value('val') === 'superscript'
  else if (name === 'sz') {
    const half = whole(value('val'))
    if (half !== undefined) looks.size = half / 2
  }
}

/** Takes a property of a paragraph. */
export function takeStand(stand: Stand, { name, value }: Tag) {
  const number = whole(value('val'))
  const list = value('val')
  if (name === 'numId' && list !== undefined) stand.list = list
  else if (name === 'ilvl' && number !== undefined) stand.level = number
  else if (name === 'outlineLvl' && number !== undefined) stand.outline = number
  else if (name === 'ind') {
    const indent = twips(value('left') ?? value('start'))
    if (indent !== undefined) stand.indent = indent
  }
}

/** Reads the styles of a document. */
export function readStyles(archive: Archive, { styles: part }: Parts): Styles {
  const styles: Styles = { byId: new Map(), defaults: {} }
  if (part === undefined) return styles
  let style: Style | undefined
  let defaults = false
  let changed = 0
  readXml(archive, part, {
    open(tag) {
      const { name, value } = tag
      if (name === 'docDefaults') defaults = true
      if (name === 'pPrChange' || name === 'rPrChange') changed++
      if (name === 'style') {
        style = {}
        const id = value('styleId') ?? ''
        styles.byId.set(id, style)
        if (value('type') === 'paragraph' && value('default') !== undefined && isOn(value('default'))) styles.usual = id
      }
      if (changed > 0) return
      if (defaults) takeLook(styles.defaults, tag)
      if (style) takeStyle(style, tag)
    },
    close(name) {
      if (name === 'docDefaults') defaults = false
      if (name === 'style') style = undefined
      if (name === 'pPrChange' || name === 'rPrChange') changed--
    },
  })
  return styles
}

function takeStyle(style: Style, tag: Tag) {
  const value = tag.value('val')
  if (tag.name === 'basedOn' && value !== undefined) style.basedOn = value
  else if (tag.name === 'name' && value !== undefined) style.name = value
  else {
    takeLook(style, tag)
    takeStand(style, tag)
  }
}

const longestChain = 30

/** Returns a style with all that it inherits, and the names of the styles that it is based on. */
export function resolveStyle({ byId }: Styles, id: string | undefined): Style & { chain: string[] } {
  const chain: string[] = []
  let resolved: Style = {}
  for (let at = id; at !== undefined && chain.length < longestChain && !chain.includes(at); ) {
    const style = byId.get(at)
    chain.push(at)
    resolved = { ...style, ...resolved }
    at = style?.basedOn
  }
  return { ...resolved, chain }
}
