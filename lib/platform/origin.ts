import { config } from './config'

/** The address that people open, without a path. */
export const origin = config.NEXTAUTH_URL ?? `http://${config.HOST}:${config.PORT}`
