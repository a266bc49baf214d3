import { randomUUID } from 'node:crypto'
import { OAuth2Server } from 'oauth2-mock-server'

/** Starts an OpenID provider, at which the person in `account` is already signed in. */
export async function startProvider() {
  const server = new OAuth2Server()
  await server.issuer.keys.generate('RS256')
  await server.start(0, '127.0.0.1')
  const issuer = `http://127.0.0.1:${server.address().port}`
  server.issuer.url = issuer

  const provider = {
    issuer,
    account: newAccount(),
    /** The parameters of the last request. */
    asked: new URLSearchParams(),
    nonce: (asked: string) => asked,
    stop: () => server.stop(),
  }
  server.service.on('beforeAuthorizeRedirect', (_, { url = '' }) => {
    provider.asked = new URL(url, issuer).searchParams
  })
  server.service.on('beforeTokenSigning', ({ payload }) => {
    Object.assign(payload, provider.account, { nonce: provider.nonce(provider.asked.get('nonce') ?? '') })
  })
  return provider
}

export const newAccount = (email = `${randomUUID()}@example.org`) => ({
  sub: randomUUID(),
  email,
  email_verified: true,
})
