import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'

const code = (code: Code) => code

/** An e-mail address as we keep it; which case it is written in makes no difference. */
export const Email = z
  .string(code('email_missing'))
  .trim()
  .min(1, code('email_missing'))
  .max(254, code('text_too_long'))
  .pipe(z.email(code('email_unreadable')))
