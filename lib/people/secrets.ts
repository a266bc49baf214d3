import 'server-only'
import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { config } from '@/lib/platform/config'

/** What nobody can guess: the word of a session, a link, a token. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** All that we keep of it: who reads the database can't use it. */
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** The secret of this instance, which signs cookies. */
export function instanceSecret() {
  if (!config.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set.')
  return config.NEXTAUTH_SECRET
}

/**
 * A secret that belongs to a name and a use, equal whenever it is asked for; nobody guesses it without the instance's.
 */
export const derivedSecret = (use: string, name: string) =>
  Buffer.from(hkdfSync('sha256', instanceSecret(), name, use, 32)).toString('base64url')

/** A hash that only this instance can make: what few could have been, such as an address, isn't guessed from it. */
export const keyedHashOf = (text: string) => createHmac('sha256', instanceSecret()).update(text).digest('hex')
