import { config } from '@/lib/platform/config'

/** A browser sends cookies of this prefix to this host alone, and over https alone. */
export const secure = config.NEXTAUTH_URL?.startsWith('https://') ?? false

export const cookieName = (name: string) => (secure ? `__Host-${name}` : name)

export const sessionCookie = cookieName('session')
