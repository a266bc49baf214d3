import { z } from 'zod'
import { Email } from '@/lib/domain/email'
import type { Code } from '@/lib/platform/i18n'
import { isKeepable } from '@/lib/platform/text'

const code = (code: Code) => code

const longest = 254

const isPage = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

/** An email address, or the address of a page that begins with `https://` or `http://`. */
export const ContactAddress = z
  .string(code('contact_address_unreadable'))
  .trim()
  .max(longest, code('text_too_long'))
  .refine(
    (text) => isKeepable(text) && (isPage(text) || Email.safeParse(text).success),
    code('contact_address_unreadable'),
  )
  .transform((text) => (isPage(text) ? new URL(text).href : text.normalize('NFC')))
