import { setTimeout as pause } from 'node:timers/promises'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { check, formOf, isToggle } from './fields'
import { ScriptlessLocator } from './locator'
import { parsePage } from './parse'
import { fieldOf } from './roles'
import { type Submission, submissionOf } from './submission'
import { Waiting } from './waiting'

const blank = '<!doctype html><html><head></head><body></body></html>'

/** The context of a tab, which sends its requests. */
type Owner = {
  readonly baseURL: string
  readonly request: APIRequestContext
  send(submission: Submission, from: string): Promise<{ response: APIResponse; url: string }>
  openTab(address: string): Promise<void>
}

/** A tab: loads pages, follows links and sends forms, as a browser does whose JavaScript is off. */
export class ScriptlessPage {
  document = parsePage(blank)
  private address = 'about:blank'
  private readonly downloads = new Waiting<{ suggestedFilename: () => string }>()

  constructor(private readonly owner: Owner) {}

  context = () => this.owner
  url = () => this.address
  title = () => this.document.title.trim()
  get request() {
    return this.owner.request
  }

  private readonly all = new ScriptlessLocator(this, () => [], '')
  locator = (css: string) => this.all.locator(css)
  getByRole: ScriptlessLocator['getByRole'] = (...wanted) => this.all.getByRole(...wanted)
  getByLabel: ScriptlessLocator['getByLabel'] = (...wanted) => this.all.getByLabel(...wanted)
  getByText: ScriptlessLocator['getByText'] = (...wanted) => this.all.getByText(...wanted)

  goto = (address: string) => this.load({ url: new URL(address, this.owner.baseURL).href, method: 'GET' })
  reload = () => this.load({ url: this.address, method: 'GET' })
  waitForEvent = (_: 'download') => this.downloads.next()
  close = async () => {}

  /** Without script, nothing asks before a page is left. */
  once = () => {}

  /** Does what a click on an element does. */
  async activate(element: Element): Promise<void> {
    const target = element.closest('a[href], button, summary, label, input')
    if (target === null) return
    if (target.localName === 'a') return this.follow(target)
    if (target.localName === 'summary') return toggle(target)
    if (isToggle(target))
      return check(target, target.getAttribute('type') === 'radio' || !target.hasAttribute('checked'))
    if (target.localName === 'label') {
      const field = fieldOf(target)
      return field && isToggle(field) ? this.activate(field) : undefined
    }
    const form = formOf(target)
    const kind = target.getAttribute('type') ?? (target.localName === 'button' ? 'submit' : 'text')
    if (form && kind === 'submit') await this.load(submissionOf(form, target, this.address))
  }

  private async follow(link: Element) {
    const url = new URL(link.getAttribute('href') ?? '', this.address)
    const [there, here] = [url.href.split('#')[0], this.address.split('#')[0]]
    if (link.getAttribute('target') === '_blank') await this.owner.openTab(url.href)
    else if (there === here && url.hash !== '') this.address = url.href
    else await this.load({ url: url.href, method: 'GET' })
  }

  private async load(submission: Submission): Promise<APIResponse> {
    const { response, url } = await this.owner.send(submission, this.address)
    const disposition = response.headers()['content-disposition'] ?? ''
    if (disposition.startsWith('attachment')) {
      this.downloads.give({ suggestedFilename: () => fileName(disposition) })
      return response
    }
    this.document = parsePage(await response.text())
    this.address = url
    const elsewhere = this.document
      .querySelector('meta[http-equiv="refresh"]')
      ?.getAttribute('content')
      ?.match(/url=(.+)$/)?.[1]
    if (!elsewhere) return response
    const next = new URL(elsewhere, url)
    // A page that loads itself again waits for work that takes the same processor's time.
    if (next.pathname === new URL(url).pathname) await pause(500)
    return this.load({ url: next.href, method: 'GET' })
  }
}

function toggle(summary: Element) {
  summary.parentElement?.toggleAttribute('open')
}

function fileName(disposition: string) {
  const encoded = disposition.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  return encoded ? decodeURIComponent(encoded) : (disposition.match(/filename="([^"]*)"/)?.[1] ?? '')
}
