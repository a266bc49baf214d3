import { t } from '@/lib/platform/i18n'

/** The contact for people who need help with this instance. */
export type Contact = { name: string | null; address: string | null; words: string | null }

/** How an instance presents itself: its name, the hash of its logo, and its contact. */
export type Instance = {
  name: string
  contact: Contact | null
  logo: { hash: string; width: number; height: number } | null
  version: number
}

/** An instance as it is stored. It has no name if nobody has set one. */
export type KeptInstance = Omit<Instance, 'name'> & { name: string | null }

const unread: KeptInstance = { name: null, contact: null, logo: null, version: 1 }

/** Returns the instance's name, or else the name of the product in the reader's language. */
export const named = (kept: KeptInstance): Instance => ({ ...kept, name: kept.name ?? t('common.product') })

type Read = { instance: KeptInstance; at: number }

/** The instance that was read last, shared by the server and by the pages, which Next bundles separately. */
const shared: { followthroughInstance?: Read } = globalThis as typeof globalThis & { followthroughInstance?: Read }

/** Returns the instance that was read last, for answers that must not wait for the database. */
export const instanceReadLast = (): Instance => named(shared.followthroughInstance?.instance ?? unread)

/** Returns the instance that was read last, if that was less than this many milliseconds ago. */
export function instanceReadWithin(milliseconds: number): Instance | undefined {
  const last = shared.followthroughInstance
  return last && performance.now() - last.at < milliseconds ? named(last.instance) : undefined
}

export function rememberInstance(instance: KeptInstance) {
  shared.followthroughInstance = { instance, at: performance.now() }
}
