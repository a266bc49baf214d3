import { addressesOf } from './addresses'
import { administrator } from './administrator'

type Ask = (
  path: string,
  method: string,
  headers: Record<string, string>,
) => Promise<{ status: number; tells: boolean }>

/** Asks for every address outside of the API with a token of the administrator, which opens the API. */
export async function askWithToken(ask: Ask) {
  // Whatever reads the settings is imported only now that they are known.
  const { makeTokenAtConsole } = await import('@/lib/people/make-token')
  const made = await makeTokenAtConsole({ user: administrator.email, name: 'A program' })
  if (!made.ok) throw new Error('There is no token.')
  const headers = { authorization: `Bearer ${made.value.token}` }
  const { status } = await ask('/api/v1/me', 'GET', headers)
  if (status !== 200) throw new Error(`The token is answered ${status}.`)

  const routes = addressesOf('route').filter(({ path }) => !path.startsWith('/api/'))
  const wanted = [
    ...addressesOf('page').map(({ path }) => ({ path, method: 'page' })),
    ...routes.flatMap(({ path, methods }) => methods.map((method) => ({ path, method }))),
  ]
  const answers = []
  for (const one of wanted) {
    answers.push({ ...one, ...(await ask(one.path, one.method === 'page' ? 'GET' : one.method, headers)) })
  }
  return answers
}
