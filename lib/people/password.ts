import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { invalidField } from '@/lib/platform/result'
import { weaknessOf } from './password-strength'

const code = (code: Code) => code

/** A password to be: long enough, in whatever characters. It is kept as typed, spaces and all. `refusalOfWeak` judges it. */
export const NewPassword = z
  .string(code('password_missing'))
  .min(8, code('password_short'))
  .max(200, code('text_too_long'))

/** Refuses a password that is easy to guess; `personal` is what others know of its owner. */
export async function refusalOfWeak(password: string, personal: readonly string[], field = 'password') {
  const weakness = await weaknessOf(password, personal)
  return weakness && invalidField(field, weakness)
}

/** Argon2id, as the package does it unless told otherwise. */
export const hashPassword = (password: string) => hash(password.normalize('NFC'))

/** The hash of a password that nobody has. */
const nobodys = hash(crypto.randomUUID())

/** Takes as long where there is no account, or one without a password, as where there is one. */
export async function isPassword(password: string, passwordHash: string | null | undefined) {
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'))
  return matches && Boolean(passwordHash)
}
