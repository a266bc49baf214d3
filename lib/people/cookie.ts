import { origin } from '@/lib/platform/origin'

/** A browser sends cookies of the prefix `__Host-` to this host alone, and over https alone. */
const secure = origin.startsWith('https://')

/** A cookie for this instance alone, which no script reads. */
export const cookie = (name: string, more: { maxAge?: number } = {}) => ({
  name: secure ? `__Host-${name}` : name,
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure, ...more } as const,
})

export const quarterHour = { maxAge: 15 * 60 }

export const sessionCookie = cookie('session')

/** Keeps the code of the invitation with which somebody went to the provider. */
export const invitationCookie = cookie('invitation', quarterHour)

/** A cookie's value in the header of a request. */
export const cookieIn = (cookies: string, name: string) =>
  cookies
    .split(/; */)
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1)
