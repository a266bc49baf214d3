import 'server-only'
import { z } from 'zod'
import { logSecurity } from '@/lib/platform/security-log'
import { subnetOf } from '@/lib/platform/subnet'
import { isKeepable } from '@/lib/platform/text'
import { type Account, findAccount } from './find-account'
import { browserKnownTo } from './known-browser'
import { isPassword } from './password'
import { keyedHashOf } from './secrets'
import { block, blockedUntil, delayOfTry, forgiveTries, keyOf, takeTry } from './sign-in-limits'
import { noteSignIn, type Place } from './sign-ins'
import { waitingRoom } from './waiting-room'

const from = {
  email: z.string().trim().max(254).refine(isKeepable),
  /** From where the request comes. */
  address: z.string().optional(),
  /** The browser's own cookie, by which an account knows it. */
  browser: z.string().optional(),
  /** What the browser says it is. */
  agent: z.string().optional(),
}

const Trying = z.object(from)
const Typed = z.object({ ...from, password: z.string().max(200) })

/** Tries that wait at once, in this process. */
const wait = waitingRoom(300)

/** How long somebody is refused for whom there is no seat to wait in. */
const whileFull = 5_000

/**
 * Whose e-mail address and password these are. Nobody's, and it takes as long, where the account isn't there, has no
 * password, is disabled, or has been tried too often from the same place.
 */
export async function signIn(typed: unknown): Promise<{ id: string } | null> {
  const parsed = Typed.safeParse(typed)
  if (!parsed.success) return null

  const { password, ...trying } = parsed.data
  const { account, pair, others } = await countersOf(trying)
  if (!(await mayTry(pair, others))) return refuse(account, 'blocked', trying)

  const matches = await isPassword(password, account.passwordHash)
  if (account.id === null || !matches) return refuse(account, 'wrong_password', trying)
  if (account.disabledAt) return refuse(account, 'closed', trying)

  await forgiveTries(pair, others)
  return { id: account.id }
}

/** Notes the failure, and takes as long whether there is such an account or not. */
async function refuse({ id, folded }: Account, outcome: 'blocked' | 'wrong_password' | 'closed', place: Place) {
  await noteSignIn(id, outcome, place)
  const event = outcome === 'blocked' ? 'sign_in_blocked' : 'sign_in_failed'
  await logSecurity(event, { outcome, ...(id === null ? { unknown: keyedHashOf(folded) } : { account: id }) })
  return null
}

/** Until when sign-in to this account is refused from this place, whether there is such an account or not. */
export async function signInBlockedUntil(typed: unknown): Promise<Date | null> {
  const parsed = Trying.safeParse(typed)
  return parsed.success ? blockedUntil((await countersOf(parsed.data)).pair) : null
}

/** Counts the try, and lets it wait where there were many failures. It holds no connection while it waits. */
async function mayTry(pair: string, others: string[]) {
  const failed = await takeTry(pair)
  if (failed === null) return false
  if (others.length === 0) return true

  const delay = await delayOfTry(others)
  if (delay > 0) await logSecurity('sign_in_delayed', { milliseconds: delay })
  const waited = await wait(pair, failed > 0, delay)
  if (waited === 'refused') await block(pair, whileFull)
  return waited !== 'refused'
}

/**
 * The account and its counters. A browser that the account knows has one of its own, so strangers' failures neither
 * block nor delay it. An account that isn't there is counted by the address as the database itself folds it.
 */
async function countersOf({ email, address, browser }: z.infer<typeof Trying>) {
  const account = await findAccount(email)
  const name = account.id ?? account.folded
  const known = account.id === null ? null : browserKnownTo(account.id, browser)
  if (known !== null) return { account, pair: keyOf.pair(name, `browser ${known}`), others: [] }

  const subnet = subnetOf(address ?? '')
  const others = [keyOf.account(name), ...(address ? [keyOf.address(subnet)] : [])]
  return { account, pair: keyOf.pair(name, `network ${subnet}`), others }
}
