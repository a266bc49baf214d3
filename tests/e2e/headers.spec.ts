import { expect, test } from './support/test'

test('every script of a page carries the nonce of its answer, and the browser refuses none @js', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()))

  const answer = await page.goto('/nowhere')
  const policy = answer?.headers()['content-security-policy'] ?? ''
  const nonce = policy.match(/'nonce-([^']+)'/)?.[1]

  expect(nonce).toBeTruthy()
  const html = (await answer?.text()) ?? ''
  const scripts = html.match(/<script[^>]*>/g) ?? []
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
  expect(refused.filter((text) => !text.includes('404'))).toEqual([])
})

test('whoever asks for the icon by its old name gets one @js', async ({ request }) => {
  const answer = await request.get('/favicon.ico')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/x-icon')
})

test('two answers have two nonces, and neither may be kept @js', async ({ request }) => {
  const [first, second] = [await request.get('/nowhere'), await request.get('/nowhere')]
  expect(first.headers()['content-security-policy']).not.toBe(second.headers()['content-security-policy'])
  expect(first.headers()['cache-control']).toContain('no-store')
})
