import type { Environment } from '@/lib/platform/environment'
import { granted } from './manage/verb'

/**
 * Adds the first document if it is missing, and creates the first administrator if the settings name one. Returns lines
 * to print at start: the link to create the first account, if there is none.
 */
export async function openFirstVisit(origin: string) {
  const { seed } = await import('@/prisma/seed/seed')
  await seed()
  const { makeFirstAdministrator, setupLink } = await import('@/lib/people/set-up')
  granted(await makeFirstAdministrator())
  const path = await setupLink()
  return path ? ['Nobody has an account yet. Make the first one here:', `  ${new URL(path, origin).href}`] : []
}

/** Plays a year of follow-up, once. Returns the accounts that can sign in. */
export async function openDemo({ DATA_DIR }: Environment) {
  const { signIns, createDemo } = await import('./demo/create-demo')
  await createDemo(DATA_DIR)
  return [signIns(DATA_DIR)]
}
