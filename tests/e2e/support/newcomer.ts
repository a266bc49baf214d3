import { randomUUID } from 'node:crypto'
import { invite } from './invite'
import { login } from './login'
import type { BrowserContext } from './test'

export const password = 'seven green bicycles'

/** Creates a new person, who has accepted an invitation and is signed in in this context. */
export async function newcomer(context: BrowserContext, person = {}) {
  await login(context)
  const invited = await invite(context, { name: `Oskar ${randomUUID()}`, ...person })
  await context.clearCookies()
  await comeIn(context, invited.link)
  return { ...invited, password }
}

/** Accepts an invitation: sends the form of its page, as a browser without script does. */
async function comeIn({ request }: BrowserContext, link: string) {
  const page = await (await request.get(link)).text()
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name, value = '']) => [name, value.replaceAll('&quot;', '"')],
  )
  const headers = { origin: new URL(link).origin }
  const multipart = { ...Object.fromEntries(hidden), password }
  const answer = await request.post(link, { headers, multipart, maxRedirects: 0 })
  if (answer.status() !== 303) throw new Error(`The invitation was answered with ${answer.status()}.`)
}
