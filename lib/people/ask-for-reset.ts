import 'server-only'
import { z } from 'zod'
import { Email } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { sendsMail } from '@/lib/platform/mail'
import { conflict, invalidField, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { logSecurity } from '@/lib/platform/security-log'
import { subnetOf } from '@/lib/platform/subnet'
import { type Account, findAccount } from './find-account'
import { makeAskedLink } from './links'
import { mailLink } from './mail-link'
import { personHeld } from './queries'
import { keyedHashOf } from './secrets'
import { keyOf, takeTry } from './sign-in-limits'

/** The number of links in an hour that are not delayed: for one account, and from one address for all accounts. */
const free = { account: 3, address: 30 }

const Asking = z.strictObject({
  email: Email,
  /** The address from which the request comes. */
  address: z.string().optional(),
})

/** Runs work after the answer was sent. */
type Later = (work: () => Promise<void>) => void

/**
 * Asks for a link to set a new password, without signing in. The answer and its duration are the same for every email
 * address. Work that depends on the account is done `later`.
 */
export async function askForReset(input: unknown, later: Later): Promise<Result<null>> {
  const parsed = Asking.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  if (!sendsMail) return invalidField('email', 'reset_by_mail_off')

  const { email, address } = parsed.data
  if ((await takeTry(keyOf.resetFrom(subnetOf(address ?? '')), free.address)) === null) {
    await logSecurity('password_link_blocked', { by: 'address' })
    return invalidField('email', 'resets_exhausted')
  }
  later(() => sendLinkTo(email))
  return unchanged(null)
}

/** Emails the link if the account is open and has a password. Otherwise does nothing. */
async function sendLinkTo(email: string) {
  const account = await findAccount(email)
  const named = nameOf(account)
  if ((await takeTry(keyOf.reset(account.id ?? account.folded), free.account)) === null) {
    return logSecurity('password_link_blocked', { by: 'account', ...named })
  }
  const { id, passwordHash } = account
  const outcome = id !== null && passwordHash !== null ? await mailLinkTo(id) : 'no_password'
  await logSecurity('password_link_asked', { ...named, outcome })
}

const nameOf = ({ id, folded }: Account) => (id === null ? { unknown: keyedHashOf(folded) } : { account: id })

async function mailLinkTo(id: string) {
  const made = await change(null, async (change) => {
    const { tx, record } = change
    const current = await personHeld(tx, id)
    if (current.disabled) return conflict('user_disabled', current, { name: current.name })

    const link = await makeAskedLink(change, id)
    record({ kind: 'user.link_made', subjectId: id, body: { before: null, after: { kind: 'reset' } } })
    return ok({ ...current, link })
  })
  const sent = await mailLink('forgotten', made)
  if (!sent.ok) return 'closed'
  return sent.value.mailed ? 'mailed' : 'not_mailed'
}
