import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'

const missing: Code = 'version_missing'

/** The version of the row that somebody was shown. */
export const Version = z.coerce.number(missing).int(missing).positive(missing)
