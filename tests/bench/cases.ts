import type { Shot } from './load'

export type Case = {
  name: string
  /** The numbers of simultaneous requests. A page is also measured alone, as one person sees it. */
  concurrency: number[]
  product: (turn: number) => Shot
  /** The request to the floor for each turn. Undefined for a case that has only a time limit. */
  floor?: (turn: number) => Shot
  /** The request to bare Next, if it has the same page. */
  bare?: (turn: number) => Shot
  /** The page of the product whose elements and texts bare Next renders too, without any query. */
  same?: Shot
}

/** The keys and IDs for the requests, from the filled database. */
export type Subjects = { keys: string[]; assignments: string[]; organizations: string[] }

/** A request that changes something, so that cached answers are read again. */
export type Change = (turn: number) => Shot

type Doors = { token: string; cookie: string }

export function casesOf(subjects: Subjects, { token, cookie }: Doors): { cases: Case[]; change: Change } {
  const api = apiWith(token)
  const page = (path: string): Shot => ({ method: 'GET', path, headers: { cookie } })
  const change: Change = (turn) => api.post(`assignments/${pick(subjects.assignments, turn)}/reports`, report(turn))
  return { cases: [...apiCases(subjects, api, change), ...pageCases(subjects, page, api, change)], change }
}

type Api = ReturnType<typeof apiWith>

const apiCases = ({ keys, organizations }: Subjects, { get, post }: Api, change: Change): Case[] => [
  { ...onBoth('api-list', () => get('recommendations')), bare: () => get('recommendations') },
  onBoth('api-list-filtered', (turn) =>
    get(`recommendations?status=in_progress&organization=${pick(organizations, turn)}`),
  ),
  onBoth('api-search', () => get('recommendations?q=cooperation&sort=changed')),
  onBoth('api-one', (turn) => get(`recommendations/${pick(keys, turn)}`)),
  onBoth('api-dashboard', () => get('dashboard')),
  onBoth('api-report', change),
  onBoth('api-annotate', (turn) =>
    post(`recommendations/${pick(keys, turn)}/annotations`, { body: `Note **${turn}**.` }),
  ),
]

/** Sends the same request to the product and to the floor. */
const onBoth = (name: string, shot: (turn: number) => Shot): Case => ({
  name,
  concurrency: [10],
  product: shot,
  floor: shot,
})

function pageCases({ keys, organizations }: Subjects, page: Page, { get }: Api, change: Change): Case[] {
  const alone = (name: string, path: (turn: number) => string): Case => ({
    name,
    concurrency: [1],
    product: (turn) => page(path(turn)),
  })
  const changed = (name: string, path: string): Case => ({
    name,
    concurrency: [1],
    product: (turn) => ({ ...page(path), after: change(turn) }),
  })
  const list = () => page('/recommendations')
  const one = (turn: number) => page(`/recommendations/${pick(keys, turn)}`)
  return [
    {
      name: 'page-list',
      concurrency: [10, 1],
      product: list,
      floor: () => get('recommendations'),
      bare: list,
      same: list(),
    },
    {
      name: 'page-one',
      concurrency: [10, 1],
      product: one,
      floor: (turn) => get(`recommendations/${pick(keys, turn)}`),
      bare: one,
      same: one(0),
    },
    alone('page-dashboard', () => '/'),
    changed('page-list-changed', '/recommendations'),
    changed('page-dashboard-changed', '/'),
    alone('page-my-work', () => '/my-work'),
    alone('page-reviews', () => '/reviews'),
    alone('page-notifications', () => '/notifications'),
    alone('page-silent', () => '/recommendations?view=assignments&silent=yes'),
    alone('page-past-original', () => '/recommendations?view=assignments&original=past'),
    alone('page-returned', () => '/recommendations?verification=returned'),
    alone('page-matrix', () => '/recommendations?view=matrix'),
    alone('page-search', () => '/recommendations?q=cooperation'),
    alone('page-document', () => '/documents/BENCH-0001'),
    alone('page-organization', (turn) => `/organizations/${pick(organizations, turn)}`),
  ]
}

type Page = (path: string) => Shot

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
