import pino from 'pino'
import { config } from './config'

/** One line of JSON for each thing worth knowing, on standard output. Never what people wrote, nor secrets. */
export const log = pino({ level: config.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
