import 'server-only'
import { isDatabaseAway, isDatabaseBusy, isDiskFull } from '@/lib/platform/database-failure'
import { db, pool, type Transaction } from '@/lib/platform/db'
import {
  type Instance,
  instanceReadLast,
  instanceReadWithin,
  type KeptInstance,
  named,
  rememberInstance,
} from './shown'

/** The id of the one row. */
export const instanceId = '00000000-0000-0000-0000-000000000001'

const shown = {
  name: true,
  contactName: true,
  contactAddress: true,
  contactWords: true,
  logoHash: true,
  logoWidth: true,
  logoHeight: true,
  version: true,
} as const

type Row = {
  name: string | null
  contactName: string | null
  contactAddress: string | null
  contactWords: string | null
  logoHash: string | null
  logoWidth: number | null
  logoHeight: number | null
  version: number
}

function instanceIn(row: Row): KeptInstance {
  const { name, contactName, contactAddress, contactWords, logoHash, logoWidth, logoHeight, version } = row
  const contact = { name: contactName, address: contactAddress, words: contactWords }
  return {
    name,
    contact: Object.values(contact).some((value) => value !== null) ? contact : null,
    logo: logoHash === null ? null : { hash: logoHash, width: logoWidth ?? 0, height: logoHeight ?? 0 },
    version,
  }
}

/** The instance as it is in this transaction. */
export const instanceNow = async (tx: Transaction): Promise<Instance> =>
  named(instanceIn(await tx.instance.findUniqueOrThrow({ where: { id: instanceId }, select: shown })))

/** SQL: the instance, whose row has the id $1. */
const instanceSql = `
  select name, contact_name as "contactName", contact_address as "contactAddress", contact_words as "contactWords",
    logo_hash as "logoHash", logo_width as "logoWidth", logo_height as "logoHeight", version
  from instance where id = $1`

/** The instance as it is now. */
export async function findInstance(): Promise<Instance> {
  const { rows } = await pool.query<Row>({ name: 'instance', text: instanceSql, values: [instanceId] })
  if (rows[0]) rememberInstance(instanceIn(rows[0]))
  return instanceReadLast()
}

/** For so long pages show what was read before; the process that changes it shows the change at once. */
const lasting = 2_000

/**
 * The instance as every page shows it. Where the database does not answer, as it was read last: an error page too has a
 * header.
 */
export async function currentInstance(): Promise<Instance> {
  try {
    return instanceReadWithin(lasting) ?? (await findInstance())
  } catch (error) {
    if (isDatabaseAway(error) || isDatabaseBusy(error) || isDiskFull(error)) return instanceReadLast()
    throw error
  }
}

/** The logo with this hash, if it is the one that the instance has now. */
export async function findLogo(hash: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const found = await db.instance.findFirst({ where: { logoHash: hash }, select: { logo: true, logoType: true } })
  return found?.logo && found.logoType ? { type: found.logoType, bytes: found.logo } : null
}
