import { existsSync } from 'node:fs'

/**
 * Integration tests that run on PostgreSQL 15 too: every statement and every function of the database once, what
 * writers do at the same time, lost connections, triggers, the order of names, search and migrations. All others test
 * decisions in TypeScript around the same statements.
 */
export const onBoth = [
  'at-once',
  'change',
  'change-races',
  'check-server',
  'close-at-once',
  'csv',
  'database-failure',
  'database-rules',
  'schema-drift',
  'events',
  'fifty-writers',
  'found-in-many',
  'insert-only-texts',
  'list',
  'lost-connections',
  'merge-conflicts',
  'merge-organization',
  'migrate',
  'names',
  'notification-days',
  'one-name',
  'organization-history',
  'organizations-at-once',
  'search',
  'seed',
  'similar-names',
  'statements',
  'statuses',
  'time-zone',
  'troubled-database',
  'versions',
].map((name) => `tests/integration/${name}.test.ts`)

// A pattern that matches no file would leave it out without a word.
const missing = onBoth.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))
if (missing.length > 0) throw new Error(`tests/external/on-both.ts names no file: ${missing.join(', ')}`)
