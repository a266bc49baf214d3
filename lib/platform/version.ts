import { z } from 'zod'
import type { Code } from './i18n'

const missing: Code = 'version_missing'

/** The largest number that an `int` column holds. */
const last = 2 ** 31 - 1

/** The version of the row that somebody was shown. */
export const Version = z.coerce.number(missing).int(missing).positive(missing).max(last, missing)
