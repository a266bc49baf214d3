/**
 * Integration tests that say nothing more on another PostgreSQL, and so run on the embedded one alone. Each SQL
 * statement that they run is run by a file that is not listed. What they prove is decided in TypeScript: who may do
 * what, which input is refused and how, what an answer contains. A new file is not listed and so runs on both. Never
 * list one that proves a lock, a race, a lost connection, a constraint, a collation, a search or a migration.
 */
export const independent = [
  'act-on-many',
  'annotate',
  'api/annotations',
  'api/documents',
  'api/edge',
  'audiences',
  'cache-until-next-event',
  'close-recommendation',
  'dashboard',
  'groups',
  'identities',
  'invite-several',
  'mail',
  'password-strength',
  'permissions',
  'reopen-assignment',
  'reopen-recommendation',
  'set-due-date',
  'tokens',
  'withdraw-annotation',
].map((name) => `tests/integration/${name}.test.ts`)
