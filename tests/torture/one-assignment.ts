import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Lifetime } from '@/lib/cli/process-lifetime'
import { freePort, startInstance } from '../support/instance'
import { assignmentIn, backAt, tokenOf } from './check'
import { checkAssignment } from './check-assignment'
import { unlimited } from './load'
import { type Acknowledged, startWriters } from './writers'

/** How many people report, ask for another date, decide on dates and review, all on one assignment. */
const writers = { report: 20, request: 25, decide: 25, review: 30 }

/**
 * Kills the server, and every other time its database too, while a hundred programs write on one assignment. Then checks
 * that each change that was acknowledged is there once, and nothing else.
 */
export async function oneAssignment(rounds: number, life: Lifetime) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-torture-one-'))
  const variables = { DATA_DIR: folder, PORT: await freePort(), ...unlimited }
  let instance = await startInstance(variables)
  life.onEnd(async () => {
    await instance.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  })
  const coordinator = await tokenOf(variables, 'coordinator')
  const assignment = await assignmentIn(instance.address, coordinator)
  const tokens = {
    coordinator,
    reviewer: await tokenOf(variables, 'reviewer'),
    focalPoint: await tokenOf(variables, 'focal_point', { organization: 'unodc' }),
  }
  const working = startWriters({ address: instance.address, assignment, tokens }, writers)
  const kills = 2 * rounds
  for (let kill = 1; kill <= kills; kill++) {
    life.signal.throwIfAborted()
    await somethingOfEach(working.acknowledged)
    const database = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    void instance.end('SIGKILL')
    if (kill % 2 === 0) process.kill(database, 'SIGKILL')
    await instance.ended()
    instance = await startInstance(variables)
    await backAt(instance.address)
    console.log(`One assignment, kill ${kill} of ${kills}: it serves on.`)
  }
  await somethingOfEach(working.acknowledged)
  await working.stop()
  console.log(Object.fromEntries(working.statuses))
  console.log(await checkAssignment(variables, assignment, working.acknowledged))
}

/** Waits until changes of each kind have been acknowledged, at most a minute. */
async function somethingOfEach(acknowledged: Acknowledged) {
  const sizes = () => Object.values(acknowledged).map(({ size }) => size)
  const before = sizes()
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    await pause(100)
    if (sizes().every((size, place) => size > (before[place] ?? 0))) return
  }
}
