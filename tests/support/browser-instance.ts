import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { embeddedUrl } from '@/lib/cli/postgres/open'

/** Returns the data folder of the instance for browser tests that listens on this port. */
export const folderOf = (port: string) => join(tmpdir(), `followthrough-browser-${port}`)

const older = (...columns: string[]) => columns.map((column) => `${column} = ${column} - interval '3 days'`).join(', ')

/** SQL: makes the recommendation of the assignment $1, and everything about it, three days older. */
const statements = [
  `update assignments set ${older('created_at', 'reported_at')} where id = $1`,
  `update progress_reports set ${older('as_of', 'submitted_at')} where assignment_id = $1`,
  `update assignment_versions set ${older('valid_from', 'valid_to')} where id = $1`,
  ...[
    `recommendation_versions set ${older('valid_from', 'valid_to')} where id`,
    `recommendation_places set ${older('created_at')} where recommendation_id`,
    `events set ${older('at')} where recommendation_id`,
  ].map((change) => `update ${change} = (select recommendation_id from assignments where id = $1)`),
  ...[
    `documents set ${older('created_at')} where id`,
    `document_versions set ${older('valid_from', 'valid_to')} where id`,
    `editions set ${older('published_at')} where document_id`,
  ].map(
    (change) => `update ${change} = (
      select r.document_id from recommendations r join assignments a on a.recommendation_id = r.id where a.id = $1)`,
  ),
]

/** Makes an assignment three days older, in the instance for browser tests at this address. */
export async function ageAssignment(address: string, id: string) {
  const client = new pg.Client({ connectionString: embeddedUrl(folderOf(new URL(address).port)) })
  await client.connect()
  try {
    // What has happened is not rewritten, except by tests.
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query('alter table events disable trigger all')
    for (const statement of statements) await client.query(statement, [id])
    await client.query('alter table events enable trigger all')
    await client.query('alter table events enable always trigger events_stay, enable always trigger events_stay_all')
    await client.query('commit')
  } finally {
    await client.end()
  }
}
