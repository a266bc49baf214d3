import { readFileSync } from 'node:fs'
import pg from 'pg'
import { boundary, type Sent, send } from '../../support/raw-request'
import { signedInInstance } from '../../support/signed-in-instance'

/** As it stands behind a proxy that speaks https, which calls it by another name. */
export const origin = 'https://followthrough.example.org'
const byProxy = {
  origin,
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'inner.example.org:8443',
  'x-forwarded-for': '192.0.2.9:1111',
}

/** The instance that all tests at the edge share, because its start takes seconds. */
export const instance = await signedInInstance({ NEXTAUTH_URL: origin })

/** Sends a request as anybody. */
export const ask = (sent: Sent) => send(instance.address, sent)

/** Sends a request through the proxy, with the session of the administrator. */
export const asAdministrator = (sent: Sent) =>
  ask({ ...sent, headers: { cookie: instance.cookie, ...byProxy, ...sent.headers } })

export const problem = 'application/problem+json'

type Action = { exportedName: string }
const actions: Record<string, Action> = JSON.parse(
  readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
).node

/** Returns the id that the build gave to an action. */
export const idOf = (name: string) =>
  Object.entries(actions).find(([, action]) => action.exportedName === name)?.[0] ?? ''

/** Does something with a connection to the database. */
export async function withDatabase<T>(work: (client: pg.Client) => Promise<T>) {
  const client = new pg.Client({ connectionString: instance.database })
  await client.connect()
  return work(client).finally(() => client.end())
}

/** Returns a field of a form, encoded. */
export const part = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** A form of a page as it is drawn for a browser without script. */
export const unsaved = (id: string) => [
  ['$ACTION_REF_1', ''],
  ['$ACTION_1:0', JSON.stringify({ id, bound: '$@1' })],
  ['$ACTION_1:1', '[{}]'],
  ['names', 'The "first" & <others>\r\nSecond organization'],
]

export const sendWithoutScript = (path: string, id: string, session = {}) =>
  asAdministrator({
    method: 'POST',
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...session },
    body: `${unsaved(id)
      .map(([name = '', value = '']) => part(name, value))
      .join('')}--${boundary}--`,
  })

/** The fields that a page holds to be sent again. */
export const fieldsIn = (page: string) =>
  [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, ...field]) =>
    field.map((text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))),
  )

/** Sends a form as a page's script does. */
export const sendByScript = (action: string, session = {}) =>
  asAdministrator({
    method: 'POST',
    path: '/settings',
    headers: {
      'next-action': idOf(action),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      accept: 'text/x-component',
      ...session,
    },
    body: `${part('_1_x', 'y')}${part('0', '[{},"$K1"]')}--${boundary}--`,
  })
