import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { spawnCommand } from '../support/instance'
import { givenOwnFolder, inFolder, mark, ownSettings, query, serverPid, start, until } from '../support/own-folder'

givenOwnFolder()

test('after the death of everything the next start recovers; when its database dies it waits for it and serves on; the next one adopts a database that outlived its parent; when it has gone for good, it ends and says why', async () => {
  const first = await start()
  await query(`update documents set title = 'Kept' where code = 'SALVADOR-2010'`)
  const dead = serverPid()
  await first.end('SIGKILL')
  process.kill(dead, 'SIGKILL')

  const second = await start()
  expect(await query('select title from documents')).toEqual([{ title: 'Kept' }])
  const back = () => second.output().split('The embedded database is back').length - 1
  const [backend] = await query("select pid from pg_stat_activity where backend_type = 'checkpointer'")
  for (const pidOf of [() => Number(backend.pid), serverPid]) {
    const [before, pid] = [back(), pidOf()]
    process.kill(pid, 'SIGKILL')
    // Backends answer a while longer than their server lives.
    await until(() => back() > before && existsSync(mark()) && serverPid() !== pid)
    const ready = async () => (await fetch(`${second.address}/api/health/ready`)).status === 200
    await vi.waitUntil(ready, { interval: 50, timeout: 20_000 })
  }
  const server = serverPid()
  await second.end('SIGKILL')

  const third = await start()
  expect(serverPid()).toBe(server)
  expect(await third.end('SIGINT')).toBe(0)
  expect(existsSync(mark())).toBe(false)

  const last = await start()
  appendFileSync(inFolder('postgres/postgresql.conf'), 'port = none\n')
  process.kill(serverPid(), 'SIGKILL')
  expect(await last.ended()).toBe(1)
  expect(last.output()).toMatch(
    /The embedded database has gone\. The embedded PostgreSQL can't start \(config.*postgres\.log says more/,
  )
})

/** The mark of a crash, and enough to recover that it takes a while. */
async function crash() {
  const instance = await start()
  await query('create table big as select repeat(md5(n::text), 30) from generate_series(1, 150000) n')
  const server = serverPid()
  await instance.end('SIGKILL')
  process.kill(server, 'SIGKILL')
}

/** A start whose database recovers from a crash just now. */
async function startToRecover() {
  const child = spawnCommand('lib/cli/start.ts', ownSettings())
  await until(() => /redo starts/.test(readFileSync(inFolder('postgres.log'), 'utf8')))
  return child
}

test('told to end while its database recovers, it ends after it; a database that hangs then is ended and started again', async () => {
  await crash()
  const crashed = `${inFolder()}.crashed`
  spawnSync('cp', ['-a', inFolder(), crashed])
  const told = await startToRecover()
  told.kill('SIGTERM')
  await once(told, 'close')
  expect(existsSync(mark())).toBe(false)

  rmSync(inFolder(), { recursive: true })
  renameSync(crashed, inFolder())
  const killed = await startToRecover()
  const server = serverPid()
  killed.kill('SIGKILL')
  process.kill(server, 'SIGINT')

  await start()
  expect(serverPid()).not.toBe(server)
})
