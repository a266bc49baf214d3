import type { APIRequest, APIRequestContext, APIResponse } from '@playwright/test'
import { ScriptlessPage } from './page'
import type { Submission } from './submission'
import { Waiting } from './waiting'

type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies']

/** Starts contexts that need no browser. */
export class ScriptlessBrowser {
  constructor(
    private readonly requests: APIRequest,
    private readonly baseURL: () => string,
  ) {}

  async newContext({ storageState }: { storageState?: { cookies: Cookies } } = {}) {
    const context = new ScriptlessContext(this.requests, this.baseURL())
    await context.begin(storageState?.cookies ?? [])
    return context
  }

  close = async () => {}
}

const redirects = [301, 302, 303, 307, 308]

/** Keeps the cookies of one person, and sends their requests. */
class ScriptlessContext {
  private requesting?: APIRequestContext
  private readonly tabs = new Waiting<ScriptlessPage>()

  constructor(
    private readonly requests: APIRequest,
    readonly baseURL: string,
  ) {}

  get request() {
    if (!this.requesting) throw new Error('The context is closed.')
    return this.requesting
  }

  newPage = async () => new ScriptlessPage(this)
  waitForEvent = (_: 'page') => this.tabs.next()
  storageState = () => this.request.storageState()
  cookies = async () => (await this.storageState()).cookies
  clearCookies = () => this.begin([])
  addCookies = async (cookies: Cookies) => this.begin([...(await this.cookies()), ...cookies])

  async openTab(address: string) {
    const tab = await this.newPage()
    await tab.goto(address)
    this.tabs.give(tab)
  }

  /** Starts again with these cookies only. */
  async begin(cookies: Cookies) {
    await this.close()
    const { baseURL } = this
    this.requesting = await this.requests.newContext({ baseURL, storageState: { cookies, origins: [] } })
  }

  async close() {
    await this.requesting?.dispose()
    delete this.requesting
  }

  /** Sends the request of a link or form. Follows redirects, and returns the last response with its whole address. */
  async send({ url, method, body }: Submission, from: string): Promise<{ response: APIResponse; url: string }> {
    const headers = {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
      ...(from.startsWith('http') ? { referer: from.split('#')[0] ?? '', 'sec-fetch-site': 'same-origin' } : {}),
      ...(body && { origin: new URL(from).origin, 'content-type': body.type }),
    }
    const response = await this.request.fetch(url, {
      method,
      headers,
      maxRedirects: 0,
      ...(body && { data: body.data }),
    })
    const { location } = response.headers()
    if (!location || !redirects.includes(response.status())) return { response, url }

    const next = new URL(location, url)
    if (next.hash === '') next.hash = new URL(url).hash
    const again = response.status() > 303 && body !== undefined
    return this.send({ url: next.href, method: again ? method : 'GET', ...(again && { body }) }, from)
  }
}
