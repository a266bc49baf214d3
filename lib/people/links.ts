import 'server-only'
import type { Change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { origin } from '@/lib/platform/origin'
import { personHeld, personNow } from './queries'
import { derivedSecret, hashOf, newSecret } from './secrets'

const day = 24 * 60 * 60 * 1000

/** How long each kind of link waits to be opened. */
const patience = { setup: 7 * day, invite: 14 * day, reset: day }

/** How long a link waits that somebody asked for on the sign-in page. */
const patienceOfAsked = 60 * 60 * 1000

type Personal = 'invite' | 'reset'
type Moment = Pick<Change, 'tx' | 'now'>

/** The address at which they go on, with a code that works once; earlier ones of theirs work no more. */
export async function makeLink(change: Moment, userId: string, kind: Personal): Promise<string> {
  await endLinks(change, userId)
  return addressOf(kind, await storeLink(change, kind, userId))
}

/**
 * A link for somebody who says that they forgot their password. Earlier links go on working: whoever knows an e-mail
 * address could otherwise end the links of others. All of them end when one is used.
 */
export async function makeAskedLink(change: Moment, userId: string): Promise<string> {
  return addressOf('reset', await storeLink(change, 'reset', userId, newSecret(), patienceOfAsked))
}

/** The first link of an account just made: the one that `firstLink` finds again. */
export async function makeFirstLink(change: Moment, userId: string): Promise<string> {
  return addressOf('invite', await storeLink(change, 'invite', userId, firstCode(userId)))
}

/** The link with which they were invited at first, as long as it works: who sends an invitation twice is told it twice. */
export async function firstLink(tx: Transaction, userId: string): Promise<string | null> {
  const code = firstCode(userId)
  return (await findLink('invite', code, tx)) && addressOf('invite', code)
}

const firstCode = (userId: string) => derivedSecret('first invitation', userId)

/**
 * The code in what came as one: mail programs add the sign that follows an address (`.`, `)`, `>`). Null where letters
 * are missing, since the address was cut.
 */
export const codeIn = (text: string) => text.match(/^[\w-]{43}/)?.[0] ?? null

const addressOf = (kind: Personal, code: string) => new URL(`/${kind}/${code}`, origin).href

/** Makes the row, and answers the code, which is kept nowhere. */
export async function storeLink(
  { tx, now }: Moment,
  kind: keyof typeof patience,
  userId: string | null,
  code = newSecret(),
  lifetime = patience[kind],
) {
  const expiresAt = new Date(now.getTime() + lifetime)
  await tx.link.create({ data: { id: newId(), kind, userId, hash: hashOf(code), createdAt: now, expiresAt } })
  return code
}

/** Ends all of somebody's links. */
export const endLinks = ({ tx, now }: Moment, userId: string) =>
  tx.link.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })

/** Whether the code opened just now, and so never again. */
export async function openLink({ tx, now }: Moment, kind: keyof typeof patience, code: string) {
  const { count } = await tx.link.updateMany({
    where: { kind, hash: hashOf(code), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count > 0
}

/** Whether the code opened just now for the account that the link is for: none that is closed, and none by an invitation to which somebody has come in. */
export async function openLinkOf(change: Moment, userId: string, kind: Personal, code: string) {
  const { disabled, invited } = await personHeld(change.tx, userId)
  if (disabled || (kind === 'invite' && !invited)) return false
  return openLink(change, kind, code)
}

/** For whom a link is, as long as it works. Looking doesn't use it up. */
export async function findLink(kind: Personal, code: string, tx: Transaction = db) {
  const link = await tx.link.findUnique({
    where: { hash: hashOf(code), kind, usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { user: { select: { id: true } } },
  })
  return link?.user ? personNow(tx, link.user.id) : null
}
