import 'server-only'
import { z } from 'zod'
import { change } from '@/lib/history/change'
import type { NewEvent } from '@/lib/history/events'
import { now } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { db, type Transaction } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { forbidden, ok, type Result, unchanged, unparsed } from '@/lib/platform/result'
import { nameText } from '@/lib/platform/text'
import { Email } from './email'
import { hashPassword, NewPassword } from './password'
import { anybodyYet } from './queries'
import { hashOf, newSecret } from './secret'

const week = 7 * 24 * 60 * 60 * 1000

/** The path at which the first administrator makes their account, with a code that works once; none once anybody is there. */
export async function setupLink(): Promise<string | null> {
  if (await anybodyYet()) return null
  const code = newSecret()
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + week)
  await db.link.create({ data: { id: newId(), kind: 'setup', hash: hashOf(code), createdAt, expiresAt } })
  return `/setup?code=${code}`
}

const Setup = z.strictObject({
  code: z.string().default(''),
  name: nameText('name_missing'),
  email: Email,
  password: NewPassword,
})

/** Makes the first administrator, for whoever holds the code that the start command printed. */
export async function setUp(input: unknown): Promise<Result<{ id: string }>> {
  const parsed = Setup.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)

  const { code, name, email, password } = parsed.data
  const passwordHash = await hashPassword(password)
  const id = newId()
  return change({ id }, async (tx, record, now) => {
    if (await othersWereFirst(tx)) return forbidden('setup_done')
    const { count } = await tx.link.updateMany({
      where: { kind: 'setup', hash: hashOf(code), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count === 0) return forbidden('setup_code_wrong')

    await tx.user.create({ data: { id, name, email, passwordHash, role: 'administrator', createdAt: now } })
    record(addedAdministrator(id))
    return ok({ id })
  })
}

/** Makes the first administrator of ADMIN_EMAIL and ADMIN_PASSWORD, where they are set and nobody is there yet. */
export async function makeFirstAdministrator(): Promise<Result<null>> {
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = config
  if (!ADMIN_EMAIL || !ADMIN_PASSWORD || (await anybodyYet())) return unchanged(null)

  const parsed = z
    .object({ email: Email, password: NewPassword })
    .safeParse({ email: ADMIN_EMAIL, password: ADMIN_PASSWORD })
  if (!parsed.success) return unparsed(parsed.error)

  const { email, password } = parsed.data
  const passwordHash = await hashPassword(password)
  return change(null, async (tx, record, now) => {
    if (await othersWereFirst(tx)) return unchanged(null)
    const user = {
      id: newId(),
      name: nameOf(email),
      email,
      passwordHash,
      role: 'administrator',
      createdAt: now,
    } as const
    await tx.user.create({ data: user })
    record(addedAdministrator(user.id))
    return ok(null)
  })
}

/** Two who come at once: the second waits here, and then sees the first. */
async function othersWereFirst(tx: Transaction) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('first administrator', 0))`
  return (await tx.user.findFirst({ select: { id: true } })) !== null
}

/** Until they say how they are called. */
const nameOf = (email: string) => email.slice(0, email.indexOf('@'))

const addedAdministrator = (subjectId: string): NewEvent => ({
  kind: 'user.added',
  subjectId,
  recommendationId: null,
  audience: 'internal',
  body: { before: null, after: { role: 'administrator', organizationIds: [] } },
})
