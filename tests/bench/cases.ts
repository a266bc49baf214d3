import type { Shot } from './load'

export type Case = {
  name: string
  /** How many requests are under way at once; a page also alone, as one person sees it. */
  concurrency: number[]
  product: (turn: number) => Shot
  /** What the floor is asked meanwhile; nothing, where a name is held against a time alone. */
  floor?: (turn: number) => Shot
}

/** What the cases ask for, taken from the filled database. */
export type Subjects = { keys: string[]; assignments: string[]; organizations: string[] }

/** A change: what is kept for as long as there is none is read anew. */
export type Change = (turn: number) => Shot

type Doors = { token: string; cookie: string }

export function casesOf({ keys, assignments, organizations }: Subjects, { token, cookie }: Doors) {
  const { get, post } = apiWith(token)
  const page = (path: string): Shot => ({ method: 'GET', path, headers: { cookie } })

  const list = () => get('recommendations')
  const one = (turn: number) => get(`recommendations/${pick(keys, turn)}`)
  const same = (name: string, shot: (turn: number) => Shot): Case => ({
    name,
    concurrency: [10],
    product: shot,
    floor: shot,
  })
  const alone = (name: string, path: (turn: number) => string): Case => ({
    name,
    concurrency: [1],
    product: (turn) => page(path(turn)),
  })
  const change: Change = (turn) =>
    post(`recommendations/${pick(keys, turn)}/annotations`, { body: `Note **${turn}**.` })
  const changed = (name: string, path: string): Case => ({
    name,
    concurrency: [1],
    product: (turn) => ({ ...page(path), after: change(turn) }),
  })

  const cases: Case[] = [
    same('api-list', list),
    same('api-list-filtered', (turn) =>
      get(`recommendations?status=in_progress&organization=${pick(organizations, turn)}`),
    ),
    same('api-search', () => get('recommendations?q=cooperation&sort=changed')),
    same('api-one', one),
    same('api-dashboard', () => get('dashboard')),
    same('api-report', (turn) => post(`assignments/${pick(assignments, turn)}/reports`, report(turn))),
    same('api-annotate', change),
    { name: 'page-list', concurrency: [10, 1], product: () => page('/recommendations'), floor: list },
    {
      name: 'page-one',
      concurrency: [10, 1],
      product: (turn) => page(`/recommendations/${pick(keys, turn)}`),
      floor: one,
    },
    alone('page-dashboard', () => '/'),
    changed('page-list-changed', '/recommendations'),
    changed('page-dashboard-changed', '/'),
    alone('page-my-work', () => '/my-work'),
    alone('page-matrix', () => '/recommendations?view=matrix'),
    alone('page-search', () => '/recommendations?q=cooperation'),
    alone('page-document', () => '/documents/BENCH-0001'),
    alone('page-organization', (turn) => `/organizations/${pick(organizations, turn)}`),
  ]
  return { cases, change }
}

function apiWith(token: string) {
  const headers = { authorization: `Bearer ${token}` }
  const get = (path: string): Shot => ({ method: 'GET', path: `/api/v1/${path}`, headers })
  const post = (path: string, body: object): Shot => ({
    method: 'POST',
    path: `/api/v1/${path}`,
    headers,
    body: JSON.stringify(body),
  })
  return { get, post }
}

const report = (turn: number) => ({
  progress: turn % 2 ? 'in_progress' : 'partially_implemented',
  narrative: `The working group met for the ${turn}th time.`,
})

function pick(all: string[], turn: number) {
  const one = all[turn % all.length]
  if (one === undefined) throw new Error('There is nothing to ask for.')
  return one
}
