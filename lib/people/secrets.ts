import 'server-only'
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { config } from '@/lib/platform/config'

/** Returns a random secret for a session, a link or a token. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** Returns the hash of a secret. Only the hash is stored, so that nobody who reads the database can use the secret. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Returns the secret of this instance, which signs cookies. */
export function instanceSecret() {
  if (!config.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set.')
  return config.NEXTAUTH_SECRET
}

/** Derives a secret from the secret of the instance. Equal names and uses give equal secrets. */
export const derivedSecret = (use: string, name: string) =>
  Buffer.from(hkdfSync('sha256', instanceSecret(), name, use, 32)).toString('base64url')

/**
 * Returns a hash that only this instance can compute. It protects values with few possibilities, such as addresses,
 * which could be guessed from a plain hash.
 */
export const keyedHashOf = (text: string) => createHmac('sha256', instanceSecret()).update(text).digest('hex')
