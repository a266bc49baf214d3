import { domainToASCII, domainToUnicode } from 'node:url'
import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'

const code = (code: Code) => code

/** The characters between dots before the `@`: letters and digits of any script, and the signs that RFC 5322 allows. */
const atom = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u

/** The characters between dots of a domain: letters and digits of any script, and hyphens within. */
const label = /^(?!-)[\p{L}\p{M}\p{N}-]+(?<!-)$/u

/** Returns whether mail can be sent to an address such as `josé@exämple.org` or `r&d@xn--exmple-cua.org`. */
function isAddress(text: string) {
  const { local, domain } = parts(text)
  const ascii = domainToASCII(domain)
  const labels = ascii.split('.')
  return (
    Buffer.byteLength(local) <= 64 &&
    local.split('.').every((part) => atom.test(part)) &&
    domain.split('.').every((part) => label.test(part)) &&
    labels.length > 1 &&
    labels.every((part) => part.length > 0 && part.length < 64) &&
    /\D/.test(labels.at(-1) ?? '') &&
    ascii.length <= 253
  )
}

function parts(text: string) {
  const at = text.lastIndexOf('@')
  return { local: text.slice(0, Math.max(0, at)), domain: text.slice(at + 1) }
}

/** An email address as it is stored. Upper and lower case are equal. */
export const Email = z
  .string(code('email_missing'))
  .trim()
  .min(1, code('email_missing'))
  .max(254, code('text_too_long'))
  .transform((text) => text.normalize('NFC'))
  .refine(isAddress, code('email_unreadable'))

/**
 * Returns the spellings of an address: with its domain in ASCII first (`xn--exmple-cua.org`), as it is, and in its own
 * script (`exämple.org`). All are one mailbox, so no two accounts may have them.
 */
export function spellingsOf(email: string): [string, ...string[]] {
  const text = email.normalize('NFC')
  const { local, domain } = parts(text)
  const ascii = domainToASCII(domain)
  if (local === '' || ascii === '') return [text]
  return [`${local}@${ascii}`, text, `${local}@${domainToUnicode(domain)}`]
}
