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

/** An instance as it is kept: without a name where nobody has given one. */
export type KeptInstance = Omit<Instance, 'name'> & { name: string | null }

const unread: KeptInstance = { name: null, contact: null, logo: null, version: 1 }

/** An instance without a name of its own has the product's, in the reader's language. */
export const named = (kept: KeptInstance): Instance => ({ ...kept, name: kept.name ?? t('common.product') })

type Read = { instance: KeptInstance; at: number }

/** What was read last, shared by the server and by the pages, which Next bundles by themselves. */
const shared: { followthroughInstance?: Read } = globalThis as typeof globalThis & { followthroughInstance?: Read }

/** The instance as it was read last, for answers that must not wait for the database. */
export const instanceReadLast = (): Instance => named(shared.followthroughInstance?.instance ?? unread)

/** The instance as it was read last, where that was less than so many milliseconds ago. */
export function instanceReadWithin(milliseconds: number): Instance | undefined {
  const last = shared.followthroughInstance
  return last && performance.now() - last.at < milliseconds ? named(last.instance) : undefined
}

export function rememberInstance(instance: KeptInstance) {
  shared.followthroughInstance = { instance, at: performance.now() }
}
