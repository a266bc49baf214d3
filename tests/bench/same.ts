import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Shot, Target } from './load'
import { markupOf } from './markup'

const folder = resolve('.bench/same')

/** Where the markup of this page of the product is kept, for bare Next to draw. */
export const samePage = (path: string) =>
  join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.json`)

/** Keeps the markup of a page of the product as it is now. */
export async function keepSame({ host, port }: Target, { path, headers = {} }: Shot) {
  const answer = await fetch(`http://${host}:${port}${path}`, { headers })
  mkdirSync(folder, { recursive: true })
  writeFileSync(samePage(path), JSON.stringify(markupOf(await answer.text())))
}
