import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** The files that take longest. If one of them came last, the other workers would be idle. */
const long = [
  ...['start/recovery', 'start/hostile-and-large', 'start/killed-sheets', 'start/secrets', 'start/start'],
  ...['start/manage', 'start/edge', 'start/uploads', 'start/killed-imports', 'start/typed-beside-files'],
  ...['external/pgbouncer', 'external/start'],
  ...['integration/permissions', 'integration/as-of-year', 'integration/next-steps', 'integration/import-limits'],
  ...['integration/statements', 'integration/statuses', 'integration/publish-import', 'integration/damaged-files'],
  ...['integration/counts', 'integration/possible-changes', 'integration/lost-connections', 'integration/read-file'],
  ...[
    'integration/sign-in',
    'integration/verify-history',
    'integration/verify-every-column',
    'integration/organizations-at-once',
    'integration/list',
  ],
].map((name) => `/tests/${name}.test.ts`)

/** Runs the files that take longest before the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((end) => moduleId.endsWith(end))
      return found < 0 ? long.length : found
    }
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => place(one) - place(other))
  }
}
