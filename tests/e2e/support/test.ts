import { type Browser, test as base, expect as expectInBrowser } from '@playwright/test'
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
  context: async ({ browser }, use) => {
    const context = await browser.newContext()
    await use(context)
    await context.close()
  },
})

/** Expects something of a page or a part of it in Chromium or in the client without script, or of any other value. */
export const expect = new Proxy(expectInBrowser, {
  apply(target, self, [actual, ...more]: [unknown, ...unknown[]]) {
    if (actual instanceof ScriptlessLocator) return expectLocator(actual)
    if (actual instanceof ScriptlessPage) return expectPage(actual)
    return Reflect.apply(target, self, [actual, ...more])
  },
})
