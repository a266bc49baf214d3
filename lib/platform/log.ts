import pino from 'pino'
import { config } from './config'

/**
 * Writes one line of JSON for each event to standard output. Lines must never contain secrets or text that people
 * wrote.
 */
export const log = pino({ level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
