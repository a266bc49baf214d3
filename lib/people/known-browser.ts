import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { cookie } from './cookie'
import { keyedHashOf, newSecret } from './secrets'

/** The longest time for which browsers keep a cookie. */
const lifetime = { maxAge: 400 * 24 * 60 * 60 }

/**
 * Identifies a browser and the accounts that signed in to it: `browser.sign.sign…`, with a signature for each account.
 */
export const knownBrowserCookie = cookie('known-browser', lifetime)

const accounts = 10

const form = /^[\w-]{43}(\.[0-9a-f]{32}){0,10}$/

const signed = (browser: string, userId: string) => keyedHashOf(`known browser ${browser} ${userId}`).slice(0, 32)

const same = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))

function read(value: string | undefined) {
  const [browser = '', ...signs] = value !== undefined && form.test(value) ? value.split('.') : []
  return { browser, signs }
}

/** Returns the ID of this browser if the account has signed in to it before, or else null. */
export function browserKnownTo(userId: string, value: string | undefined): string | null {
  const { browser, signs } = read(value)
  const sign = signed(browser, userId)
  return signs.some((one) => same(one, sign)) ? browser : null
}

/** Returns the new value of the cookie after a sign-in. Keeps the latest ten accounts. */
export function rememberIn(value: string | undefined, userId: string): string {
  const known = read(value)
  const browser = known.browser || newSecret()
  const sign = signed(browser, userId)
  return [browser, sign, ...known.signs.filter((one) => one !== sign)].slice(0, accounts + 1).join('.')
}
