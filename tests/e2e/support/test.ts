import { type Browser, type BrowserContext, test as base, expect as expectInBrowser, type Page } from '@playwright/test'
import { expectLocator, expectPage } from '../scriptless/assertions'
import { ScriptlessBrowser } from '../scriptless/context'
import { ScriptlessLocator } from '../scriptless/locator'
import { ScriptlessPage } from '../scriptless/page'

export type { Browser, BrowserContext, Locator, Page } from '@playwright/test'

/** Returns the client in the place of a browser. A test that uses what the client does not have fails. */
function standIn(client: ScriptlessBrowser): Browser
function standIn(client: object) {
  return client
}

/** By the options of a test: the context that the tests of this process use one after another. */
const kept = new Map<string, BrowserContext>()

/**
 * Runs a test in Chromium, or with `scriptless` in a client that needs no browser: it loads pages, follows links and
 * sends forms as a browser whose JavaScript is off, in a tenth of the time.
 */
export const test = base.extend<object, { scriptless: boolean }>({
  scriptless: [false, { option: true, scope: 'worker' }],
  browser: [
    async ({ scriptless, playwright, browserName }, use) => {
      const address = () => test.info().project.use.baseURL ?? ''
      const browser = scriptless
        ? standIn(new ScriptlessBrowser(playwright.request, address))
        : await playwright[browserName].launch()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, scriptless, javaScriptEnabled, locale, colorScheme, viewport }, use, info) => {
    const options = JSON.stringify({ javaScriptEnabled, locale, colorScheme, viewport })
    const context = kept.get(options) ?? (await browser.newContext())
    await use(context)
    // A context that fails shows its pages when it closes.
    const keeps = !scriptless && info.status === info.expectedStatus
    if (keeps) await empty(context)
    else await context.close()
    if (keeps) kept.set(options, context)
    else kept.delete(options)
  },
  page: async ({ context, scriptless, baseURL }, use) => {
    const page = await context.newPage()
    if (!scriptless && baseURL) await clearStorage(page, baseURL)
    await use(page)
  },
})

/** Leaves nothing for the next test but scripts and styles, which would take time to load and compile again. */
async function empty(context: BrowserContext) {
  await Promise.all(context.pages().map((page) => page.close()))
  await context.setOffline(false)
  await context.clearCookies()
}

/** Removes what an earlier test left in the browser's storage. A page may still write there while it closes. */
async function clearStorage(page: Page, origin: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage' })
  await session.detach()
}

/** Expects something of a page or a part of it in Chromium or in the client without script, or of any other value. */
export const expect = new Proxy(expectInBrowser, {
  apply(target, self, [actual, ...more]: [unknown, ...unknown[]]) {
    if (actual instanceof ScriptlessLocator) return expectLocator(actual)
    if (actual instanceof ScriptlessPage) return expectPage(actual)
    return Reflect.apply(target, self, [actual, ...more])
  },
})
