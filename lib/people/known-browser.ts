import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { cookie } from './cookie'
import { keyedHashOf, newSecret } from './secrets'

/** As long as browsers keep a cookie at most. */
const lifetime = { maxAge: 400 * 24 * 60 * 60 }

/** Tells a browser in which somebody has signed in before: `browser.sign.sign…`, one signature for each account. */
export const knownBrowserCookie = cookie('known-browser', lifetime)

const accounts = 10

const form = /^[\w-]{43}(\.[0-9a-f]{32}){0,10}$/

const signed = (browser: string, userId: string) => keyedHashOf(`known browser ${browser} ${userId}`).slice(0, 32)

const same = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))

function read(value: string | undefined) {
  const [browser = '', ...signs] = value !== undefined && form.test(value) ? value.split('.') : []
  return { browser, signs }
}

/** Which browser this is, if the account was signed in to with it before; else null. */
export function browserKnownTo(userId: string, value: string | undefined): string | null {
  const { browser, signs } = read(value)
  const sign = signed(browser, userId)
  return signs.some((one) => same(one, sign)) ? browser : null
}

/** The cookie's value after the account was signed in to: of several accounts the latest ten are kept. */
export function rememberIn(value: string | undefined, userId: string): string {
  const known = read(value)
  const browser = known.browser || newSecret()
  const sign = signed(browser, userId)
  return [browser, sign, ...known.signs.filter((one) => one !== sign)].slice(0, accounts + 1).join('.')
}
