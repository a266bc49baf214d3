import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { invalidField } from '@/lib/platform/result'
import { weaknessOf } from './password-strength'

const code = (code: Code) => code

/**
 * A schema for a new password: long enough, with any characters. It is kept as typed, including spaces. `refusalOfWeak`
 * rates its strength.
 */
export const NewPassword = z
  .string(code('password_missing'))
  .min(8, code('password_short'))
  .max(200, code('text_too_long'))

/** Refuses a password that is easy to guess. `personal` contains what others know about its owner. */
export async function refusalOfWeak(password: string, personal: readonly string[], field = 'password') {
  const weakness = await weaknessOf(password, personal)
  return weakness && invalidField(field, weakness)
}

/** Hashes a password with Argon2id and the default parameters of the package. */
export const hashPassword = (password: string) => hash(password.normalize('NFC'))

/** The hash of a password that nobody has. */
const nobodys = hash(crypto.randomUUID())

/**
 * Returns whether a password matches a hash. Takes the same time without a hash, so that the time does not reveal
 * whether there is an account.
 */
export async function isPassword(password: string, passwordHash: string | null | undefined) {
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'))
  return matches && Boolean(passwordHash)
}
