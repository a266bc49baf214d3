import { readFileSync } from 'node:fs'
import { createElement, type ReactNode } from 'react'
import type { Markup } from '../../../../markup'
import { samePage } from '../../../../same-page'

const kept = new Map<string, Markup[]>()

/** The elements and the words of a page of the product, with nothing behind them: no session, no query, no message. */
export default async function Same({ params }: { params: Promise<{ path?: string[] }> }) {
  const { path = [] } = await params
  const file = samePage(`/${path.map(decodeURIComponent).join('/')}`)
  const markup: Markup[] = kept.get(file) ?? JSON.parse(readFileSync(file, 'utf8'))
  kept.set(file, markup)
  return markup.map(drawn)
}

function drawn(part: Markup, place: number): ReactNode {
  if (typeof part === 'string') return part
  const { tag, attributes, children } = part
  const { style, ...others } = attributes
  return createElement(tag, { ...others, key: place, ...(style && { style: styleIn(style) }) }, ...children.map(drawn))
}

const styleIn = (written: string) =>
  Object.fromEntries(written.split(';').map((part) => [part.split(':')[0], part.slice(part.indexOf(':') + 1)]))
