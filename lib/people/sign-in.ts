import 'server-only'
import { z } from 'zod'
import { logSecurity } from '@/lib/platform/security-log'
import { subnetOf } from '@/lib/platform/subnet'
import { isKeepable } from '@/lib/platform/text'
import { type Account, findAccount } from './find-account'
import { browserKnownTo } from './known-browser'
import { isPassword } from './password'
import { keyedHashOf } from './secrets'
import { signInDelay } from './sign-in-delay'
import { block, blockedUntil, delayOfTry, forgiveTries, keyOf, takeTry } from './sign-in-limits'
import { noteSignIn, type Place } from './sign-in-log'

const from = {
  email: z.string().trim().max(254).refine(isKeepable),
  /** The address from which the request comes. */
  address: z.string().optional(),
  /** The cookie by which an account recognizes the browser. */
  browser: z.string().optional(),
  /** The user agent of the browser. */
  agent: z.string().optional(),
}

const Trying = z.object(from)
const Typed = z.object({ ...from, password: z.string().max(200) })

/** The number of attempts that may wait at the same time in this process. */
const wait = signInDelay(300)

/** How long an attempt is refused if there is no room to wait, in milliseconds. */
const whileFull = 5_000

/**
 * Returns the account with this email and password, or null. Null also if the account does not exist, has no password
 * or is closed, or if there were too many attempts from the same place. The time it takes is the same in all cases.
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

/** Records a failure. Takes the same time whether or not the account exists. */
async function refuse({ id, folded }: Account, outcome: 'blocked' | 'wrong_password' | 'closed', place: Place) {
  await noteSignIn(id, outcome, place)
  const event = outcome === 'blocked' ? 'sign_in_blocked' : 'sign_in_failed'
  await logSecurity(event, { outcome, ...(id === null ? { unknown: keyedHashOf(folded) } : { account: id }) })
  return null
}

/** Returns until when sign-in to this account is refused from this place, whether or not the account exists. */
export async function signInBlockedUntil(typed: unknown): Promise<Date | null> {
  const parsed = Trying.safeParse(typed)
  return parsed.success ? blockedUntil((await countersOf(parsed.data)).pair) : null
}

/** Counts an attempt, and delays it after many failures. Uses no connection to the database while it waits. */
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
 * Returns the account and its counters. A browser that the account knows has its own counter, so the failures of
 * strangers neither block nor delay it. If the account does not exist, the email counts, folded as the database folds
 * it.
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
