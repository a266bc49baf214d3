import type { Environment } from '@/lib/platform/environment'
import { checkServer } from './check-server'
import { openCluster } from './postgres/open'

/** The database of this instance: one's own server by DATABASE_URL, or the embedded one. */
export type Database =
  | { url: string; ours: true; gone: Promise<string>; stop(): Promise<void> }
  | { url: string; ours: false; holder: string | null }

type Opening = Parameters<typeof openCluster>[1]

export async function openDatabase(settings: Environment, opening: Opening): Promise<Database> {
  const { DATABASE_URL, DATA_DIR } = settings
  const database: Database = DATABASE_URL
    ? { url: DATABASE_URL, ours: false, holder: null }
    : await openCluster(DATA_DIR, opening)
  if (DATABASE_URL) await checkServer(DATABASE_URL)
  return database
}
