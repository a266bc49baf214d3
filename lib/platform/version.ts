import { wholeNumber } from './whole-number'

/** The version of the row that the person was shown. */
export const Version = wholeNumber('version_missing', 1)
