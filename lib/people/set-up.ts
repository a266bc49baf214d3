import 'server-only'
import { z } from 'zod'
import { Email } from '@/lib/domain/email'
import { change } from '@/lib/history/change'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { conflict, notFound, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { nameText } from '@/lib/platform/text'
import { addUser } from './add-user'
import { openLink, storeLink } from './links'
import { hashPassword, NewPassword, refusalOfWeak } from './password'
import { anybodyYet } from './queries'

/**
 * Returns the path at which the first administrator creates their account, with a code that works once. Returns null
 * once there is an account. The link belongs to no person, so the history does not record it.
 */
export async function setupLink(): Promise<string | null> {
  if (await anybodyYet()) return null
  return `/setup?code=${await storeLink({ tx: db, now: now() }, 'setup', null)}`
}

const Setup = z.strictObject({
  code: z.string().max(200).catch(''),
  name: nameText('name_missing'),
  email: Email,
  password: NewPassword,
})

/**
 * Creates the first administrator for the person with the code that the start command printed. Refusals: `setup_done`,
 * `setup_code_wrong`.
 */
export async function setUp(input: unknown): Promise<Result<{ id: string }>> {
  const parsed = Setup.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { code, name, email, password } = parsed.data
  const weak = await refusalOfWeak(password, [name, email])
  if (weak) return weak

  const passwordHash = await hashPassword(password)
  const id = newId()
  return change({ id }, async (change) => {
    const { tx } = change
    if (await othersWereFirst(tx)) return conflict('setup_done', null)
    if (!(await openLink(change, 'setup', code))) return notFound('setup_code_wrong')

    await addUser(change, { id, name, email, passwordHash, role: 'administrator' }, { organizations: none })
    return ok({ id })
  })
}

/** The first administrator has no organization yet. */
const none = { called: [], organizations: [] }

const Given = z.object({ ADMIN_EMAIL: Email, ADMIN_PASSWORD: NewPassword })

/** Creates the first administrator from ADMIN_EMAIL and ADMIN_PASSWORD, if they are set and there is no account yet. */
export async function makeFirstAdministrator(): Promise<Result<null>> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = config
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD || (await anybodyYet())) return unchanged(null)

  const parsed = Given.safeParse({ ADMIN_EMAIL, ADMIN_PASSWORD })
  if (!parsed.success) return unparsed(parsed.error)

  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = parsed.data
  const weak = await refusalOfWeak(password, [email], 'ADMIN_PASSWORD')
  if (weak) return weak

  const passwordHash = await hashPassword(password)
  return change(null, async (change) => {
    const { tx } = change
    if (await othersWereFirst(tx)) return unchanged(null)

    const administrator = { id: newId(), name: nameOf(email), email, passwordHash, role: 'administrator' } as const
    await addUser(change, administrator, { organizations: none })
    return ok(null)
  })
}

/**
 * Returns whether there is an account already. Of two people who do this at the same time, the second waits here and
 * then sees the account of the first.
 */
async function othersWereFirst(tx: Transaction) {
  await lockName(tx, 'first administrator')
  return (await tx.user.findFirst({ select: { id: true } })) !== null
}

/** The name until they choose one. */
const nameOf = (email: string) => email.slice(0, email.indexOf('@'))
