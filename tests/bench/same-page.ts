import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import type { Shot, Target } from './load'
import { markupOf } from './markup'

const folder = resolve('.bench/same')

/** Returns the path where the markup of a page of the product is stored, so that bare Next can render it. */
export const samePage = (path: string) =>
  join(folder, `${createHash('sha256').update(path).digest('hex').slice(0, 16)}.json`)

/** Stores the current markup of a page of the product. */
export async function storeSamePage({ host, port }: Target, { path, headers = {} }: Shot) {
  const answer = await fetch(`http://${host}:${port}${path}`, { headers })
  mkdirSync(folder, { recursive: true })
  writeFileSync(samePage(path), JSON.stringify(markupOf(await answer.text())))
}

/** Returns the size of a page in kilobytes as it is sent to a browser. */
export async function compressedSizeOf({ host, port }: Target, { path, headers = {} }: Shot) {
  const asked = get({ host, port, path, headers: { ...headers, 'accept-encoding': 'gzip' } })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const size = (await answer.toArray()).reduce((sum: number, part: Buffer) => sum + part.length, 0)
  return Math.round(size / 1000)
}

/** Returns the size of a page in kilobytes, before compression. */
export async function sizeOf({ host, port }: Target, { path, headers = {} }: Shot) {
  const answer = await fetch(`http://${host}:${port}${path}`, { headers })
  return Math.round((await answer.arrayBuffer()).byteLength / 1000)
}
