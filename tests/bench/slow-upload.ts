import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from '@/lib/cli/build'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { signedInInstance } from '../support/signed-in-instance'
import { query } from './database'

const size = 5_000_000
const bytesASecond = 50_000
const boundary = 'the-boundary-of-this-form'

/** Sends a file of 5 MB as evidence at 50 kB/s, and prints how long that takes and whether it arrives as it was. */
export async function uploadSlowly(life: Lifetime) {
  await build(life.signal)
  const instance = await signedInInstance({})
  life.onEnd(instance.close)
  const { rows } = await query(
    instance.database,
    `select (select key from recommendations order by ordinal limit 1), (select slug from organizations order by slug limit 1)`,
  )
  const [{ key, slug } = {}] = rows
  const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ organization: slug })
  const made = await fetch(`${instance.address}/api/v1/recommendations/${key}/assignments`, {
    method: 'POST',
    headers,
    body,
  })
  const { id } = await made.json()

  const text = 'Slow words. '.repeat(size / 12 + 1).slice(0, size)
  const began = performance.now()
  const status = await send(`${instance.address}/api/v1/assignments/${id}/evidence`, instance.authorization, text)
  const seconds = (performance.now() - began) / 1000
  const stored = await query(instance.database, 'select sha256 from evidence where sha256 is not null')
  const same = stored.rows[0]?.sha256 === createHash('sha256').update(text).digest('hex')
  console.log(
    `slow-upload: ${size / 1e6} MB in ${seconds.toFixed(0)} s, answer ${status}, ${same ? 'the same' : 'NOT the same'} content`,
  )
}

/** Sends a text as a file of a form, a fifth of a second's bytes at a time. Returns the status of the answer. */
function send(address: string, authorization: string, text: string): Promise<number | undefined> {
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="letter.txt"\r\n\r\n`
  const end = `\r\n--${boundary}--\r\n`
  return new Promise((resolve, reject) => {
    const length = head.length + text.length + end.length
    const type = `multipart/form-data; boundary=${boundary}`
    const sent = request(address, {
      method: 'POST',
      headers: { authorization, 'content-type': type, 'content-length': length },
    })
    sent.on('error', reject).on('response', (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
    const part = bytesASecond / 5
    const write = async () => {
      sent.write(head)
      for (let at = 0; at < text.length; at += part) {
        sent.write(text.slice(at, at + part))
        await pause(200)
      }
      sent.end(end)
    }
    write().catch(reject)
  })
}
