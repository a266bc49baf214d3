import 'server-only'
import { db } from '@/lib/platform/db'
import { isPassword } from './password'

/** Whose e-mail address and password these are; nobody's when the account is disabled. */
export async function checkPassword(email: string, password: string): Promise<string | null> {
  const user = await db.user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  })
  const matches = await isPassword(password, user?.passwordHash)
  return user && matches && !user.disabledAt ? user.id : null
}
