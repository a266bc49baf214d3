import 'server-only'
import { now } from '@/lib/platform/clock'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { origin } from '@/lib/platform/origin'
import { hashOf, newSecret } from './secret'

const day = 24 * 60 * 60 * 1000

/** How long each kind of link waits to be opened. */
const patience = { setup: 7 * day, invite: 14 * day, reset: day }

type Personal = 'invite' | 'reset'

/** The address at which they go on, with a code that works once; earlier ones of theirs work no more. */
export async function makeLink(tx: Transaction, userId: string, kind: Personal, moment: Date): Promise<string> {
  await endLinks(tx, userId, moment)
  return new URL(`/${kind}/${await storeLink(tx, kind, userId, moment)}`, origin).href
}

/** Makes the row, and answers the code, which is kept nowhere else. */
export async function storeLink(tx: Transaction, kind: keyof typeof patience, userId: string | null, createdAt: Date) {
  const code = newSecret()
  const expiresAt = new Date(createdAt.getTime() + patience[kind])
  await tx.link.create({ data: { id: newId(), kind, userId, hash: hashOf(code), createdAt, expiresAt } })
  return code
}

export const endLinks = (tx: Transaction, userId: string, moment: Date) =>
  tx.link.updateMany({ where: { userId, usedAt: null }, data: { usedAt: moment } })

/** Whether the code opened just now, and so never again. */
export async function openLink(tx: Transaction, kind: keyof typeof patience, code: string, moment: Date) {
  const { count } = await tx.link.updateMany({
    where: { kind, hash: hashOf(code), usedAt: null, expiresAt: { gt: moment } },
    data: { usedAt: moment },
  })
  return count > 0
}

/** For whom a link is, as long as it works. Looking doesn't use it up. */
export async function findLink(kind: Personal, code: string) {
  const link = await db.link.findUnique({
    where: { hash: hashOf(code), kind, usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { expiresAt: true, user: { select: { id: true, name: true, email: true } } },
  })
  return link?.user ? { expiresAt: link.expiresAt, ...link.user } : null
}
