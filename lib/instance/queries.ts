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
} from './instance'

/** The ID of the only row. */
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

/** Returns the instance as it is in this transaction. */
export const instanceNow = async (tx: Transaction): Promise<Instance> =>
  named(instanceIn(await tx.instance.findUniqueOrThrow({ where: { id: instanceId }, select: shown })))

/** SQL: the instance, whose row has the id $1. */
const instanceSql = `
  select name, contact_name as "contactName", contact_address as "contactAddress", contact_words as "contactWords",
    logo_hash as "logoHash", logo_width as "logoWidth", logo_height as "logoHeight", version
  from instance where id = $1`

/** Returns the instance as it is now. */
export async function findInstance(): Promise<Instance> {
  const { rows } = await pool.query<Row>({ name: 'instance', text: instanceSql, values: [instanceId] })
  if (rows[0]) rememberInstance(instanceIn(rows[0]))
  return instanceReadLast()
}

/**
 * How long pages show the data that was read before, in milliseconds. The process that changes it shows the change at
 * once.
 */
const lasting = 2_000

/**
 * Returns the instance as every page shows it. If the database does not answer, returns what was read last, because
 * error pages have a header too.
 */
export async function currentInstance(): Promise<Instance> {
  try {
    return instanceReadWithin(lasting) ?? (await findInstance())
  } catch (error) {
    if (isDatabaseAway(error) || isDatabaseBusy(error) || isDiskFull(error)) return instanceReadLast()
    throw error
  }
}

/** Returns the logo with this hash, if it is the current logo of the instance. */
export async function findLogo(hash: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const found = await db.instance.findFirst({ where: { logoHash: hash }, select: { logo: true, logoType: true } })
  return found?.logo && found.logoType ? { type: found.logoType, bytes: found.logo } : null
}
