import { pageAddress } from './page-address'

/** Returns the URL of the page on which the receiver of an email ends these emails. */
export const unsubscribeAddress = (code: string, state: { done?: 'ended' } = {}) =>
  pageAddress(`/unsubscribe/${encodeURIComponent(code)}`, state)
