import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { onBoth } from './external/on-both.ts'
import { keepInMemory } from './support/keep-in-memory.ts'
import { LongestFirst } from './support/longest-first.ts'
import { clamd, debian, pgbouncer, soffice, swift } from './support/programs.ts'

keepInMemory()

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const shared = { extends: true } as const

/**
 * Tests with a database or other processes often wait for them, so they use one worker more than there are cores. Vitest
 * wants a group of its own for each number of workers.
 */
const waiting = { maxWorkers: availableParallelism() + 1, sequence: { groupOrder: 1 } }

/**
 * Each file has a database of its own, copied from a migrated template, so that files run side by side. A process runs
 * one file after another, because its start and the packages take longer than most files. Our own code is loaded again
 * for each.
 */
const onDatabase = {
  ...waiting,
  include: ['tests/integration/**/*.test.ts'],
  isolate: false,
  setupFiles: [here('support/own-database.ts')],
  env: { NEXTAUTH_SECRET: 'a secret that is the same in every test', LOG_LEVEL: 'silent', PSEUDO_LANGUAGE: 'asked' },
}

/** What touches SQL, and the start, on PostgreSQL 15, the oldest version that is supported. */
const external = {
  name: 'external',
  ...onDatabase,
  include: [...onBoth, 'tests/external/**/*.test.ts'],
  exclude: [
    ...(existsSync(pgbouncer) ? [] : ['tests/external/pgbouncer.test.ts']),
    ...(existsSync(soffice) ? [] : ['tests/external/publication-office.test.ts']),
    ...(existsSync(clamd) ? [] : ['tests/external/scan-files.test.ts']),
    ...(existsSync(swift.proxy) && existsSync(swift.memcached) ? [] : ['tests/external/bucket.test.ts']),
  ],
  globalSetup: [here('support/build-once.ts'), here('support/debian-server.ts')],
}

export default defineConfig({
  root: here('..'),
  resolve: { alias: { '@': here('..'), 'server-only': here('support/empty-module.ts') } },
  test: {
    // By default one core stays idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          isolate: false,
          setupFiles: [here('support/fresh-modules.ts')],
        },
      },
      { ...shared, test: { name: 'integration', ...onDatabase, globalSetup: [here('support/embedded-server.ts')] } },
      ...(existsSync(debian.postgres) ? [{ ...shared, test: external }] : []),
      {
        ...shared,
        test: {
          name: 'start',
          ...waiting,
          include: ['tests/start/**/*.test.ts'],
          globalSetup: [here('support/build-once.ts')],
          // A test may start several processes, each of which waits for the disk.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
