import { expect, test } from 'vitest'
import { boundary } from '../../support/raw-request'
import { signIn } from '../../support/signed-in-instance'
import { asAdministrator, idOf, instance, part, sendByScript, sendWithoutScript, withDatabase } from './instance'

const reference = (bound: string) => part('$ACTION_REF_1', '') + part('$ACTION_1:0', bound)

test.each([
  '',
  `--${boundary}`,
  `--${boundary}--`,
  part('a', 'b'),
  reference('{'),
  reference('{"id":"x","bound":"$@1"}'),
  reference('"$@1"'),
])('a form of %j is a bad request, not a failure', async (body) => {
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  for (const path of ['/sign-in', '/settings']) {
    expect((await asAdministrator({ method: 'POST', path, headers, body })).status).toBe(400)
  }
})

test.each(['{', '["$Q1"]', '[{},"$F1"]', 'null', '', '['.repeat(5000)])(
  'what a script sends as %j is a bad request, not a failure',
  async (body) => {
    const headers = { 'next-action': idOf('saveName'), 'content-type': 'text/plain' }
    expect((await asAdministrator({ method: 'POST', path: '/settings', headers, body })).status).toBe(400)
  },
)

test('a form of a build that is gone says so in the way that Next’s script knows', async () => {
  const headers = { 'next-action': `7f${'0'.repeat(40)}`, 'content-type': 'text/plain' }
  const answer = await asAdministrator({ method: 'POST', path: '/settings', headers, body: '[]' })
  expect(answer.headers['x-nextjs-action-not-found']).toBe('1')
  expect(answer.status).toBeLessThan(500)
})

test('without script the page of a form of a build that is gone holds the text to copy, and no ids', async () => {
  const { status, body } = await sendWithoutScript('/organizations', `7f${'0'.repeat(40)}`)
  expect([status, body.match(/<h1>(.*)<\/h1>/)?.[1]]).toEqual([409, 'A new version is running'])
  const texts = [...body.matchAll(/<textarea readonly[^>]*>\n([^<]*)<\/textarea>/g)].map(([, text]) => text)
  expect(texts).toEqual(['The &#34;first&#34; &#38; &#60;others&#62;\r\nSecond organization'])
})

test.each(['null', 'https://evil.example', 'http://followthrough.example.org'])(
  'a form from %s is refused, and told why',
  async (origin) => {
    const script = { origin, 'next-action': idOf('saveName'), 'content-type': 'text/plain' }
    const byScript = await asAdministrator({ method: 'POST', path: '/settings', headers: script, body: '[]' })
    expect([byScript.status, byScript.body]).toEqual([403, expect.stringContaining('address other than')])

    const page = { origin, host: 'evil.example', 'content-type': `multipart/form-data; boundary=${boundary}` }
    const byPage = await asAdministrator({ method: 'POST', path: '/settings', headers: page, body: `--${boundary}--` })
    expect([byPage.status, byPage.body]).toEqual([403, expect.stringContaining('<h1>')])
  },
)

test('a form whose session was ended elsewhere says so, and leads nowhere', async () => {
  const ended = { cookie: await signIn(instance.address) }
  const end = 'update sessions set revoked_at = now() where id = (select id from sessions order by id desc limit 1)'
  await withDatabase((client) => client.query(end))

  const answer = await sendByScript('saveName', ended)
  expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('"signedOut":true') })
  expect(answer.headers).not.toHaveProperty('x-action-redirect')
})

test.each(['signOut', 'endEverywhere'])(
  'what %s leads to comes with its answer, which asks the browser to forget',
  async (action) => {
    const session = { cookie: await signIn(instance.address) }
    expect(await sendByScript(action, session)).toMatchObject({
      status: 200,
      headers: {
        'x-action-redirect': '/sign-in;push',
        'clear-site-data': '"cache", "storage"',
        'content-type': 'text/x-component',
      },
      body: expect.stringContaining('react.fragment'),
    })
    expect((await asAdministrator({ path: '/api/v1/me', headers: session })).status).toBe(401)
  },
)
