import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeUnfinished } from '@/lib/cli/postgres/cluster'

test('what a start began that was killed is removed, and not what another start is making', () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-unfinished-'))
  const ended = spawnSync(process.execPath, ['--version']).pid
  const [making, own] = [process.ppid, process.pid]
  for (const pid of [ended, making, own]) mkdirSync(join(folder, `postgres-new-${pid}`, 'base'), { recursive: true })
  try {
    removeUnfinished(folder)
    expect(readdirSync(folder)).toEqual([`postgres-new-${making}`])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
