import 'server-only'
import { z } from 'zod'
import { db } from '@/lib/platform/db'
import { forgetFailures, takeAttempt } from './attempts'
import { isPassword } from './password'

const readable = (text: string) => !text.includes('\0')

const Typed = z.object({
  email: z.string().trim().max(254).refine(readable),
  password: z.string().max(200),
  address: z.string().optional(),
})

/**
 * Whose e-mail address and password these are. Nobody's, and it takes as long, where the account isn't there, has no
 * password, is disabled, or has been tried too often.
 */
export async function signIn(typed: unknown): Promise<{ id: string } | null> {
  const parsed = Typed.safeParse(typed)
  if (!parsed.success) return null

  const { email, password } = parsed.data
  if (!(await takeAttempt(parsed.data))) return null

  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const matches = await isPassword(password, user?.passwordHash)
  if (!user || !matches || user.disabledAt) return null

  await forgetFailures(parsed.data)
  return { id: user.id }
}
