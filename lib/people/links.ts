import 'server-only'
import type { Change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { origin } from '@/lib/platform/origin'
import { personHeld, personNow } from './queries'
import { derivedSecret, hashOf, newSecret } from './secrets'

const day = 24 * 60 * 60 * 1000

/** How long each kind of link works, in milliseconds. */
const patience = { setup: 7 * day, invite: 14 * day, reset: day }

/** How long a link works that someone asked for on the sign-in page, in milliseconds. */
const patienceOfAsked = 60 * 60 * 1000

type Personal = 'invite' | 'reset'
type Moment = Pick<Change, 'tx' | 'now'>

/** Makes a link and returns its URL, with a code that works once. Ends the person's earlier links. */
export async function makeLink(change: Moment, userId: string, kind: Personal): Promise<string> {
  await endLinks(change, userId)
  return addressOf(kind, await storeLink(change, kind, userId))
}

/**
 * Makes a link for a person who forgot their password. Earlier links still work, because otherwise anyone who knows an
 * email could end another person's links. When one link is used, all of them end.
 */
export async function makeAskedLink(change: Moment, userId: string): Promise<string> {
  return addressOf('reset', await storeLink(change, 'reset', userId, newSecret(), patienceOfAsked))
}

/** Makes the first link of a new account, which `firstLink` can find again. */
export async function makeFirstLink(change: Moment, userId: string): Promise<string> {
  return addressOf('invite', await storeLink(change, 'invite', userId, firstCode(userId)))
}

/**
 * Returns the link of the first invitation while it works, so that an invitation that is sent twice returns it twice.
 */
export async function firstLink(tx: Transaction, userId: string): Promise<string | null> {
  const code = firstCode(userId)
  return (await findLink('invite', code, tx)) && addressOf('invite', code)
}

const firstCode = (userId: string) => derivedSecret('first invitation', userId)

/**
 * Returns the code at the beginning of the last part of a URL. Mail programs add the character after a URL (`.`, `)`,
 * `>`), so further characters are ignored. Returns null if characters are missing, because the URL was cut.
 */
export const codeIn = (text: string) => text.match(/^[\w-]{43}/)?.[0] ?? null

const addressOf = (kind: Personal, code: string) => new URL(`/${kind}/${code}`, origin).href

/** Stores the hash of a new code and returns the code, which is stored nowhere. */
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

/** Ends all links of a person. */
export const endLinks = ({ tx, now }: Moment, userId: string) =>
  tx.link.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } })

/** Uses up a code. Returns whether it was valid. */
export async function openLink({ tx, now }: Moment, kind: keyof typeof patience, code: string) {
  const { count } = await tx.link.updateMany({
    where: { kind, hash: hashOf(code), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count > 0
}

/**
 * Uses up the code of a link to an account. Returns whether it was valid. Fails if the account is closed, and for an
 * invitation if its recipient has accepted it already.
 */
export async function openLinkOf(change: Moment, userId: string, kind: Personal, code: string) {
  const { disabled, invited } = await personHeld(change.tx, userId)
  if (disabled || (kind === 'invite' && !invited)) return false
  return openLink(change, kind, code)
}

/** Returns the person for whom a link is, if it works. Does not use up the link. */
export async function findLink(kind: Personal, code: string, tx: Transaction = db) {
  const link = await tx.link.findUnique({
    where: { hash: hashOf(code), kind, usedAt: null, expiresAt: { gt: now() }, user: { disabledAt: null } },
    select: { user: { select: { id: true } } },
  })
  return link?.user ? personNow(tx, link.user.id) : null
}
