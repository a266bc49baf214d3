import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import type { Code } from '@/lib/platform/i18n'
import { isCommon } from './common-passwords'

const code = (code: Code) => code

/** A password to be: long enough, in whatever characters. It is kept as typed, spaces and all. */
export const NewPassword = z
  .string(code('password_missing'))
  .min(8, code('password_short'))
  .max(200, code('text_too_long'))
  .refine((password) => !isCommon(password), code('password_common'))

/** Argon2id, as the package does it unless told otherwise. */
export const hashPassword = (password: string) => hash(password.normalize('NFC'))

/** The hash of a password that nobody has. */
const nobodys = hash(crypto.randomUUID())

/** Takes as long where there is no account, or one without a password, as where there is one. */
export async function isPassword(password: string, passwordHash: string | null | undefined) {
  const matches = await verify(passwordHash ?? (await nobodys), password.normalize('NFC'))
  return matches && Boolean(passwordHash)
}
