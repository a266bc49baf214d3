import type { Environment } from '@/lib/platform/environment'
import { checkServer } from './check-server'
import { findPooling } from './find-pooling'
import { openCluster } from './postgres/open'

/** Opens the database of this instance: your own server if DATABASE_URL is set, or else the embedded one. */
export type Database =
  | { url: string; ours: true; gone: Promise<string>; stop(): Promise<void> }
  | { url: string; ours: false; holder: string | null; pooling?: Environment['DATABASE_POOLING'] }

type Opening = Parameters<typeof openCluster>[1]

export async function openDatabase(settings: Environment, opening: Opening): Promise<Database> {
  const { DATABASE_URL, DATABASE_POOLING, DATA_DIR } = settings
  if (!DATABASE_URL) return openCluster(DATA_DIR, opening)
  await checkServer(DATABASE_URL)
  const pooling = await findPooling(DATABASE_URL, DATABASE_POOLING)
  return { url: DATABASE_URL, ours: false, holder: null, pooling }
}
