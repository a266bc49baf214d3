import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { Problem } from '@/lib/cli/problem'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { freePort, spawnCommand, startInstance } from '../support/instance'
import { tokenIn } from './check'
import { startServer } from './external'
import { unlimited } from './load'

const people = 100

/**
 * Kills one of two workers every 1.5 seconds while people are assigned, and checks that each of them is notified once
 * and gets one email. An email that arrives twice has the same Message-ID.
 */
export async function notifications(life: Lifetime) {
  const [server, mail] = [await startServer(), await startMailServer()]
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-torture-mail-'))
  const shared = { DATABASE_URL: server.url, DATA_DIR: folder, SMTP_URL: mail.url, ...unlimited }
  const instance = await startInstance({ ...shared, PORT: await freePort(), JOBS: 'worker' })
  const workers = [await startWorker(shared), await startWorker(shared)]
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  life.onEnd(async () => {
    await client.end()
    for (const worker of workers) worker.kill('SIGKILL')
    await instance.end('SIGTERM')
    await mail.stop()
    await server.stop()
    for (const left of [folder, server.folder]) rmSync(left, { recursive: true, force: true })
  })
  const call = caller(instance.address, await tokenIn(shared))
  await givePeople(client, call)
  const assigning = assignAll(call)
  const assigned = { done: false }
  void assigning.then(() => {
    assigned.done = true
  })

  let kills = 0
  for (const deadline = Date.now() + 240_000; !(assigned.done && (await isSettled(client))); kills++) {
    life.signal.throwIfAborted()
    if (Date.now() > deadline) throw new Problem('The emails were not all sent after 4 minutes.')
    await pause(1_500)
    const place = kills % workers.length
    workers[place]?.kill('SIGKILL')
    workers[place] = await startWorker(shared)
    await letTimePass(client)
  }
  await assigning
  await check(client, mail.accepted)
  console.log(`${people} people were notified once and got one email each. ${kills} workers were killed.`)
  console.log(`The mail server accepted ${mail.accepted.length} emails, with ${people} Message-IDs.`)
}

type Call = ReturnType<typeof caller>

const caller = (address: string, token: string) => async (path: string, body: object) => {
  const answer = await fetch(`${address}/api/v1/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Problem(`POST ${path}: ${answer.status} ${await answer.text()}`)
}

const nameOf = (place: number) => `Torture Office ${String(place).padStart(3, '0')}`
const emailOf = (place: number) => `owner-${place}@example.org`

/** Creates an organization with one person for each place, who gets emails at once. */
async function givePeople(client: pg.Client, call: Call) {
  for (let place = 0; place < people; place++) {
    await call('organizations', { name: nameOf(place), confirmSimilar: true })
    const person = { email: emailOf(place), name: `Owner ${place}`, role: 'focal_point', confirmSimilar: true }
    await call('users', { ...person, organizations: [nameOf(place)] })
  }
  await client.query(
    `update users set password_hash = 'none', mail_frequency = 'immediately' where email::text like 'owner-%'`,
  )
}

async function assignAll(call: Call) {
  for (let place = 0; place < people; place++) {
    const key = `SALVADOR-2010-${['15.1', '16.1', '17.1'][place % 3]}`
    await call(`recommendations/${key}/assignments`, { organization: nameOf(place), owner: emailOf(place) })
    await pause(50)
  }
}

/** Makes everything that waits due now: an email waits 5 minutes for more, and 5 minutes after a process took it. */
async function letTimePass(client: pg.Client) {
  await client.query(`update notifications set at = at - interval '6 minutes' where mail_id is null`)
  await client.query(`
    update notification_mails set next_attempt_at = now()
    where sent_at is null and dropped_at is null and attempts > 0 and next_attempt_at < made_at + interval '5 minutes' + interval '20 seconds' * 2 ^ attempts`)
}

async function isSettled(client: pg.Client) {
  const { rows } = await client.query<{ notified: number; sent: number }>(`
    select (select count(*)::int from notifications where kind = 'assigned') as notified,
      (select count(*)::int from notification_mails where sent_at is not null) as sent`)
  return rows[0]?.notified === people && rows[0].sent >= people
}

type Accepted = { to: string; messageId: string }

async function check(client: pg.Client, accepted: readonly Accepted[]) {
  const { rows } = await client.query<{ email: string; count: number }>(`
    select u.email::text as email, count(n.id)::int as count
    from users u left join notifications n on n.user_id = u.id where u.email::text like 'owner-%' group by 1`)
  const wrong = rows.filter(({ count }) => count !== 1)
  if (rows.length !== people || wrong.length > 0) throw new Problem(`Not notified once: ${JSON.stringify(wrong)}.`)
  const ids = new Map(rows.map(({ email }) => [email, new Set<string>()]))
  for (const { to, messageId } of accepted) ids.get(to)?.add(messageId)
  const doubled = [...ids].filter(([, of]) => of.size !== 1)
  if (doubled.length > 0)
    throw new Problem(`Not one Message-ID: ${doubled.slice(0, 5).map(([email, of]) => `${email} ${of.size}`)}.`)
}

/** A mail server that takes its time, so that workers are killed while they send. */
async function startMailServer() {
  const accepted: Accepted[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    async onData(stream, { envelope }, done) {
      const sent = await text(stream)
      const messageId = /^Message-ID: (.*)$/im.exec(sent)?.[1] ?? ''
      await pause(100)
      // Invitations are emails too.
      if (/^List-Unsubscribe:/im.test(sent)) accepted.push({ to: envelope.rcptTo[0]?.address ?? '', messageId })
      done()
    },
  })
  // A killed worker breaks off its connection.
  server.on('error', () => {})
  const port = await freePort()
  server.listen(Number(port), '127.0.0.1')
  await once(server.server, 'listening')
  return {
    accepted,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}

async function startWorker(variables: Record<string, string>) {
  const child = spawnCommand('lib/cli/worker.ts', variables)
  child.stdout.setEncoding('utf8')
  child.stderr.resume()
  for await (const part of child.stdout) if (String(part).includes('ready')) break
  return child
}
