import type { Shot } from './load'

export type Case = {
  name: string
  /** The numbers of simultaneous requests. A page is also measured alone, as one person sees it. */
  concurrency: number[]
  product: (turn: number) => Shot
  /** The request to the floor for each turn. Undefined for a case that has only a time limit. */
  floor?: (turn: number) => Shot
  /** Whether to print the size of the page as it is sent. */
  compressed?: boolean
  /** The request to bare Next, if it has the same page. */
  bare?: (turn: number) => Shot
  /** The page of the product whose elements and texts bare Next renders too, without any query. */
  same?: Shot
}

/** The keys and IDs for the requests, from the filled database. */
export type Subjects = Record<'keys' | 'assignments' | 'undrafted' | 'organizations' | 'cycles', string[]>

/** A request that changes something, so that cached answers are read again. */
export type Change = (turn: number) => Shot

/** The token and the session of a coordinator, and the session of a focal point. */
type Doors = { token: string; cookie: string; focalPoint: string }

export function casesOf(subjects: Subjects, doors: Doors): { cases: Case[]; change: Change } {
  const api = apiWith(doors.token)
  const page = (path: string): Shot => ({ method: 'GET', path, headers: { cookie: doors.cookie } })
  const change: Change = (turn) => api.post(`assignments/${pick(subjects.assignments, turn)}/reports`, report(turn))
  const pages = [...pageCases(subjects, page, api, change), ...followUpCases(subjects, page, doors.focalPoint)]
  return { cases: [...apiCases(subjects, api, change), ...pages], change }
}

type Api = ReturnType<typeof apiWith>

const apiCases = ({ keys, organizations, undrafted }: Subjects, { get, post }: Api, change: Change): Case[] => [
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
  alone('api-draft', () => {
    const draft = drafts++
    return post(`assignments/${pick(undrafted, draft)}/reports`, { ...report(draft), draft: true })
  }),
]

/** The number of drafts so far. Each needs an assignment of its own. */
let drafts = 0

/** Sends the same request to the product and to the floor. */
const onBoth = (name: string, shot: (turn: number) => Shot): Case => ({
  name,
  concurrency: [10],
  product: shot,
  floor: shot,
})

function pageCases({ keys, organizations }: Subjects, page: Page, { get }: Api, change: Change): Case[] {
  const onPage = pagesAlone(page)
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
    onPage('page-dashboard', () => '/'),
    changed('page-list-changed', '/recommendations'),
    changed('page-dashboard-changed', '/'),
    onPage('page-my-work', () => '/my-work'),
    onPage('page-reviews', () => '/reviews'),
    onPage('page-notifications', () => '/notifications'),
    onPage('page-silent', () => '/recommendations?view=assignments&silent=yes'),
    onPage('page-past-original', () => '/recommendations?view=assignments&original=past'),
    onPage('page-returned', () => '/recommendations?verification=returned'),
    onPage('page-matrix', () => '/recommendations?view=matrix&document=BENCH-0001'),
    { ...onPage('page-matrix-whole', () => '/recommendations?view=matrix'), compressed: true },
    onPage('page-search', () => '/recommendations?q=cooperation'),
    onPage('page-document', () => '/documents/BENCH-0001'),
    onPage('page-organization', (turn) => `/organizations/${pick(organizations, turn)}`),
  ]
}

/** Pages of what follows up, and of past days. `-first` is the first view of a day, for which nothing is kept yet. */
function followUpCases({ assignments, cycles, organizations }: Subjects, page: Page, focalPoint: string): Case[] {
  const onPage = pagesAlone(page)
  const ofFocalPoint = pagesAlone((path) => ({ method: 'GET', path, headers: { cookie: focalPoint } }))
  const past = 'as-of=2026-06-30'
  let days = 0
  const earlier = () => `as-of=${daysBefore('2026-06-30', ++days)}`
  return [
    onPage('page-list-past-first', () => `/recommendations?${earlier()}`),
    onPage('page-list-past', () => `/recommendations?${past}`),
    onPage('page-dashboard-past-first', () => `/?${earlier()}`),
    onPage('page-dashboard-past', () => `/?${past}`),
    onPage('page-organizations-past', () => `/organizations?${past}`),
    onPage('page-organization-past', (turn) => `/organizations/${pick(organizations, turn)}?${past}`),
    onPage('page-documents-past', () => `/documents?${past}`),
    onPage('page-document-past', () => `/documents/BENCH-0001?${past}`),
    onPage('page-assignment', (turn) => `/assignments/${pick(assignments, turn)}`),
    onPage('page-assignment-past', (turn) => `/assignments/${pick(assignments, turn)}?${past}`),
    onPage('page-cycles', () => '/cycles'),
    onPage('page-cycle', (turn) => `/cycles/${pick(cycles, turn)}`),
    ofFocalPoint('page-own-work', () => '/my-work'),
    ofFocalPoint('page-own-notifications', () => '/notifications'),
  ]
}

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

const alone = (name: string, product: (turn: number) => Shot): Case => ({ name, concurrency: [1], product })

const pagesAlone = (page: Page) => (name: string, path: (turn: number) => string) =>
  alone(name, (turn) => page(path(turn)))

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
