import { origin } from '@/lib/platform/origin'

/** A browser sends cookies of this prefix to this host alone, and over https alone. */
export const secure = origin.startsWith('https://')

export const cookieName = (name: string) => (secure ? `__Host-${name}` : name)

export const sessionCookie = cookieName('session')
