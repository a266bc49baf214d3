import { format } from 'node:util'
import { log } from '@/lib/platform/log'
import { currentRequest } from '@/lib/platform/request-scope'

/**
 * The longest text of a framework that is logged, in characters. Strangers can cause such lines, and more text would
 * not help.
 */
const longest = 500

/**
 * From now on, writes what Next, React or a package prints as lines of the log. None of these lines is an error of
 * ours: `instrumentation.ts` logs those, with their stack. A request from a stranger causes at most one short line.
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
