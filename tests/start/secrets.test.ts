import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { embeddedUrl } from '@/lib/cli/postgres/open'
import { addressesOf } from '../support/addresses'
import { administrator } from '../support/administrator'
import { askWithToken } from '../support/ask-with-token'
import { freePort, startInstance } from '../support/instance'
import { realAddress, samplesOf } from '../support/real-addresses'
import { variants } from '../support/request-variants'
import type { writeSecrets } from '../support/secrets'

const folder = mkdtempSync(join(tmpdir(), 'followthrough-secrets-'))
let instance: Awaited<ReturnType<typeof startInstance>>
let secrets: typeof import('../support/secrets')
let written: Awaited<ReturnType<typeof writeSecrets>>
let close = async () => {}

beforeAll(async () => {
  const { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } = administrator
  const variables = { DATA_DIR: folder, PORT: await freePort(), ADMIN_EMAIL, ADMIN_PASSWORD }
  instance = await startInstance(variables)

  // Whatever reads the settings is imported only now that they are known.
  process.env.DATABASE_URL = embeddedUrl(folder)
  process.env.NEXTAUTH_SECRET = readFileSync(join(folder, 'secret'), 'utf8').trim()
  secrets = await import('../support/secrets')
  written = await secrets.writeSecrets()
  const { db, pool } = await import('@/lib/platform/db')
  close = async () => {
    await db.$disconnect()
    await pool.end()
  }
})

afterAll(async () => {
  await close()
  await instance.end('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const real = (path: string) => realAddress(path, samplesOf(written))

async function ask(
  path: string,
  { headers = {}, method = 'GET', suffix = '' }: (typeof variants)[string],
  body?: string,
) {
  const address = `${instance.address}${path}${suffix}`
  const answer = await fetch(address, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) })
  const heard = `${await answer.text()}${JSON.stringify([...answer.headers])}`
  return { status: answer.status, tells: heard.toLowerCase().includes(secrets.secret.toLowerCase()) }
}

test('the word stands in every field that people fill', async () => {
  expect(await secrets.withoutSecret()).toEqual([])
})

test('with sign-in the pages do tell it', async () => {
  const { beginSession } = await import('@/lib/people/sessions')
  const { encode } = await import('next-auth/jwt')
  const { db } = await import('@/lib/platform/db')
  const { id } = await db.user.findFirstOrThrow({ where: { role: 'administrator' } })
  const token = { sid: await beginSession(id, null) }
  const cookie = `session=${await encode({ token, secret: readFileSync(join(folder, 'secret'), 'utf8') })}`
  expect(await ask(`/recommendations/${written.key}`, { headers: { cookie } })).toEqual({ status: 200, tells: true })
})

const open = [
  '/sign-in',
  '/forgot-password',
  '/setup',
  '/invite/[code]',
  '/reset/[code]',
  '/unsubscribe/[code]',
  '/verify',
  '/verify/[code]',
  '/[...address]',
]

for (const { path } of addressesOf('page')) {
  test(`without sign-in ${path} tells nothing, however it is asked`, async () => {
    for (const [how, variant] of Object.entries(variants)) {
      const { status, tells } = await ask(real(path), variant)
      expect(tells, how).toBe(false)
      if (how === 'as a page' && !open.includes(path)) expect(status).toBe(307)
    }
  })
}

const answering = [
  '/logo/[hash]',
  '/api/health/live',
  '/api/health/ready',
  '/api/auth/[...nextauth]',
  '/api/unsubscribe/[code]',
  '/api/v1/verify/[code]',
  '/api/v1/[...address]',
]

/** Files that are opened in the browser, like a page, and a form that a browser sends without script. */
const redirecting: Partial<Record<string, number>> = {
  '/recommendations.csv': 307,
  '/trend.csv': 307,
  '/trend.svg': 307,
  '/recommendations.json': 307,
  '/recommendations.xlsx': 307,
  '/cycles/[id]/answers.csv': 307,
  '/reports/[code]/files/[format]': 307,
  '/sheets/[id]/rejected.csv': 307,
  '/sheets/template.csv': 307,
  '/sheets/template.xlsx': 307,
  '/evidence/[evidence]/file': 307,
  '/assignments/[id]/evidence': 303,
  '/documents/import/file': 303,
  '/sheets/import/file': 303,
  '/verify/file': 303,
}

for (const { path, methods } of addressesOf('route')) {
  test(`without sign-in ${path} answers ${methods.join(', ')} with nothing`, async () => {
    expect(methods).not.toEqual([])
    for (const method of methods) {
      for (const how of ['as a page', 'past a middleware', 'with a cookie that is none', 'with a token that is none']) {
        const body = method === 'GET' ? undefined : '{}'
        const { status, tells } = await ask(real(path), { ...variants[how], method }, body)
        expect(tells, `${method} ${how}`).toBe(false)
        const refused = redirecting[path] ?? 401
        if (!answering.includes(path)) expect(status, `${method} ${how}`).toBe(refused)
      }
    }
  })
}

test('a token that is good opens the API alone: no page, no file and no form', async () => {
  const others = await askWithToken((path, method, headers) =>
    ask(real(path), { method, headers }, method === 'GET' ? undefined : '{}'),
  )
  for (const { path, method, status, tells } of others.filter(({ path }) => !answering.includes(path))) {
    const closed = method === 'page' ? 307 : (redirecting[path] ?? 401)
    expect([tells, status], `${method} ${path}`).toEqual([false, open.includes(path) ? status : closed])
  }
})

const Actions = z.object({
  node: z.record(z.string(), z.object({ workers: z.record(z.string(), z.unknown()), filename: z.string() })),
})

test('without sign-in no action of any form does or tells anything', async () => {
  const { db } = await import('@/lib/platform/db')
  const { node } = Actions.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
  const actions = Object.entries(node).filter(([, { filename }]) => !filename.startsWith('app/(auth)/'))
  expect(actions.length).toBeGreaterThan(10)

  const before = await db.event.count()
  for (const [action, { workers, filename }] of actions) {
    const [worker = ''] = Object.keys(workers)
    const path = worker.replace(/^app|\/page$|\/\([^)]+\)/g, '') || '/'
    const form = new FormData()
    form.set('0', '[{},"$K1"]')
    const address = `${instance.address}${real(path)}`
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'next-action': action },
      body: form,
      redirect: 'manual',
    })
    const heard = await answer.text()
    const away = answer.headers.get('x-action-redirect') ?? answer.headers.get('location') ?? ''
    expect(away.startsWith('/sign-in') || heard.includes('"signedOut":true'), filename).toBe(true)
    expect(heard.toLowerCase(), filename).not.toContain(secrets.secret.toLowerCase())
  }
  expect(await db.event.count()).toBe(before)
})
