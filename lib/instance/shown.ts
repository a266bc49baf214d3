import { words } from '@/lib/platform/i18n'

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
const unread: Instance = { name: words('common.product'), contact: null, logo: null, version: 1 }

/** What was read last, shared by the server and by the pages, which Next bundles by themselves. */
const shared: { followthroughInstance?: Instance } = globalThis as typeof globalThis & {
  followthroughInstance?: Instance
}

/** The instance as it was read last, for answers that must not wait for the database. */
export const instanceReadLast = (): Instance => shared.followthroughInstance ?? unread

export function rememberInstance(instance: Instance) {
  shared.followthroughInstance = instance
}
