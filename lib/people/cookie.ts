import { origin } from '@/lib/platform/origin'

/** Browsers send a cookie with the prefix `__Host-` to this host only, and over HTTPS only. */
const secure = origin.startsWith('https://')

/** Returns a cookie for this instance that no script can read. */
export const cookie = (name: string, more: { maxAge?: number } = {}) => ({
  name: secure ? `__Host-${name}` : name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure, ...more } as const,
})

export const quarterHour = { maxAge: 15 * 60 }

export const sessionCookie = cookie('session')

/** Stores the code of an invitation while its recipient is at the provider. */
export const invitationCookie = cookie('invitation', quarterHour)

/** Returns the value of a cookie from a request header. */
export const cookieIn = (cookies: string, name: string) =>
  cookies
    .split(/; */)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1)
