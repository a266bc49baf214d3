import { format } from 'node:util'
import { log } from '@/lib/platform/log'
import { currentRequest } from '@/lib/platform/request-scope'

/** More than what a framework says of a request is of no use in a log that strangers can write to. */
const longest = 500

/**
 * From now on what Next, React or a package print becomes a line of the log. None of it is an error of ours: those come by
 * `instrumentation.ts`, with their stack. What strangers can cause fills the log with one short line each.
 */
export function logConsole() {
  const say =
    (level: 'info' | 'warn') =>
    (...given: unknown[]) => {
      const request = currentRequest()?.reference
      log[level]({ from: 'console', ...(request && { request }) }, firstLine(given))
    }
  Object.assign(console, {
    debug: () => {},
    log: say('info'),
    info: say('info'),
    warn: say('warn'),
    error: say('warn'),
  })
  process.removeAllListeners('warning')
  process.on('warning', ({ name, message }) => log.warn({ from: 'node', name }, message))
}

function firstLine(given: unknown[]) {
  const [line = ''] = format(...given.map((one) => (one instanceof Error ? String(one) : one))).split('\n')
  return line
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, longest)
}
