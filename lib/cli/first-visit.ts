import type { Environment } from '@/lib/platform/environment'
import { granted } from './manage/verb'

/**
 * Puts the first document in where it is missing, and makes the first administrator if the settings say who. Answers
 * what else whoever started us should read: the link at which they make the first account themselves.
 */
export async function openFirstVisit(origin: string) {
  const { seed } = await import('@/prisma/seed/seed')
  await seed()
  const { makeFirstAdministrator, setupLink } = await import('@/lib/people/set-up')
  granted(await makeFirstAdministrator())
  const path = await setupLink()
  return path ? ['Nobody has an account yet. Make the first one here:', `  ${new URL(path, origin).href}`] : []
}

/** Plays a year of follow-up, once. Answers who can sign in. */
export async function openDemo({ DATA_DIR }: Environment) {
  const { signIns, stage } = await import('./demo/stage')
  await stage(DATA_DIR)
  return [signIns(DATA_DIR)]
}
