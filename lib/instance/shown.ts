import { t } from '@/lib/platform/i18n'

/** Whom people ask who need help with this instance. */
export type Contact = { name: string | null; address: string | null; words: string | null }

/** How an instance presents itself: its name, its logo by its hash, and whom to contact. */
export type Instance = {
  name: string
  contact: Contact | null
  logo: { hash: string; width: number; height: number } | null
  version: number
}

/** Until it was read: the product's own name. */
const unread: Instance = { name: t('common.product'), contact: null, logo: null, version: 1 }

type Read = { instance: Instance; at: number }

/** What was read last, shared by the server and by the pages, which Next bundles by themselves. */
const shared: { followthroughInstance?: Read } = globalThis as typeof globalThis & { followthroughInstance?: Read }

/** The instance as it was read last, for answers that must not wait for the database. */
export const instanceReadLast = (): Instance => shared.followthroughInstance?.instance ?? unread

/** The same, where that was less than so many milliseconds ago. */
export function instanceReadWithin(milliseconds: number): Instance | undefined {
  const last = shared.followthroughInstance
  return last && performance.now() - last.at < milliseconds ? last.instance : undefined
}

export function rememberInstance(instance: Instance) {
  shared.followthroughInstance = { instance, at: performance.now() }
}
