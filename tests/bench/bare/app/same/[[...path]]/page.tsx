import { readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'
import type { Markup } from '../../../../markup'
import { samePage } from '../../../../same-page'
import { readList, readOne } from '../../read'

const kept = new Map<string, Markup[]>()

/**
 * The elements and the words of a page of the product, after the query of its rows. There is no session and no message
 * behind them.
 */
export default async function Same({ params }: { params: Promise<{ path?: string[] }> }) {
  const path = ((await params).path ?? []).map(decodeURIComponent)
  JSON.parse(await rowsOf(path))
  const file = samePage(`/${path.join('/')}`)
  const markup: Markup[] = kept.get(file) ?? JSON.parse(readFileSync(file, 'utf8'))
  kept.set(file, markup)
  return markup.map(drawn)
}

const rowsOf = ([, key]: string[]) => (key === undefined ? readList() : readOne(key))

function drawn(part: Markup, place: number): ReactNode {
  if (typeof part === 'string') return part
  const { tag, attributes, children } = part
  const { style, ...others } = attributes
  return createElement(tag, { ...others, key: place, ...(style && { style: styleIn(style) }) }, ...children.map(drawn))
}

const styleIn = (written: string) =>
  Object.fromEntries(written.split(';').map((part) => [part.split(':')[0], part.slice(part.indexOf(':') + 1)]))
