import { pageAddress } from './page-address'

/** Returns the address at which a report is checked, with the SHA-256 of a file that was chosen. */
export const verifyAddress = (code?: string, state: { sha256?: string } = {}) =>
  pageAddress(code ? `/verify/${encodeURIComponent(code)}` : '/verify', state)
