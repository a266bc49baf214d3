import { config } from './config'
import { originAt } from './network'

/** The address that people open, without a path. */
export const origin = new URL(config.NEXTAUTH_URL ?? originAt(config.HOST, config.PORT)).origin
