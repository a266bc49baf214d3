import { addressesOf } from '../../support/addresses'
import { realAddress } from '../../support/real-addresses'
import { type BrowserContext, expect } from './test'

const typed = {
  reason: 'The mandate has ended.',
  narrative: 'Twelve investigators were trained.',
  annotation: 'The plan was discussed in Vienna.',
  step: { title: 'Train the first investigators.', responsible: 'The training unit' },
  link: { title: 'The gazette', url: 'https://example.org/gazette' },
  cycle: 'Mid-term review',
  report: 'The state of follow-up in Salvador',
  imported: 'States should publish a guide.',
  wording: 'States should train more investigators.',
  /** The titles that are suggested for these two. */
  titles: ['Publish a guide', 'Train more investigators'],
  sheet: {
    name: 'register.csv',
    rows: [
      ['Recommandation', 'Responsable'],
      ['States should cooperate.', 'UNODC'],
    ],
  },
}

/** All that `givenEveryPage` writes. */
export const writtenOnEveryPage = typed

type Given = { code: string; key: string; slug: string; group: string }

/**
 * Makes something for every page of the app to show, as the person who is signed in. Returns the addresses of all pages,
 * and of their parts that an address opens. A page with a new parameter needs a line in `samples`.
 */
export async function givenEveryPage(context: BrowserContext, { code, key, slug, group }: Given, address = '') {
  const { post, read, sent } = requests(context, address)
  const one = `/recommendations/${key}`
  const { id: assignment } = await post(`${one}/assignments`, { organization: slug, role: 'lead', dueOn: '2099-01-31' })
  const { id: annotation } = await post(`${one}/annotations`, { body: typed.annotation })
  await post(`/assignments/${assignment}/reports`, { progress: 'in_progress', narrative: typed.narrative })
  await post(`/assignments/${assignment}/actions`, typed.step)
  await post(`/assignments/${assignment}/evidence`, typed.link)
  await post(`/assignments/${assignment}/extensions`, { dueOn: '2099-06-30', reason: typed.reason })
  const days = { opensOn: new Date().toISOString().slice(0, 10), closesOn: '2099-06-30' }
  const { id: cycle } = await post('/cycles', { name: typed.cycle, ...days, document: code })
  const imported = await sent({ text: typed.imported, title: typed.imported })
  const edition = await sent({ text: typed.wording, editionOf: code })
  const { id: sheet } = await post('/sheets/import', undefined, {
    file: { name: typed.sheet.name, mimeType: 'text/csv', buffer: Buffer.from(csvOf(typed.sheet.rows)) },
  })
  await read(`/sheets/${sheet}`)
  const { code: report } = await post('/publications', { title: typed.report, scope: { document: code } })
  await read(`/publications/${report}`, 'ready')
  const samples = {
    ...{ 'invite/[code]': 'made-up', 'reset/[code]': 'made-up', 'unsubscribe/[code]': 'made-up' },
    ...{ 'documents/[code]': code, 'recommendations/[key]': key },
    ...{ 'themes/[theme]': await themeOf(context, `${address}/api/v1${one}`) },
    ...{ 'organizations/[slug]': slug, 'groups/[slug]': group, 'people/[id]': await personIn(context, address) },
    ...{ 'assignments/[id]': assignment, 'erasures/[subject]': `assignment-${assignment}` },
    ...{ 'cycles/[id]': cycle, 'imports/[id]': imported, 'sheets/[id]': sheet },
    'reports/[code]': report,
    'verify/[code]': report,
  }
  const steps = ['details', 'check', 'removed'].map((step) => `/imports/${imported}?step=${step}`)
  const forms = ['report', 'change', 'date', 'decide', 'position', 'remind', 'file', 'link', 'close']
  const parts = ['history=open', 'step=new', ...forms.map((form) => `form=${form}`)]
  return {
    ...{ assignment, annotation },
    pages: [
      ...addressesOf('page').map(({ path }) => realAddress(path, samples)),
      ...[...steps, `/imports/${edition}`, `/imports/${edition}?step=review`, `/imports/${edition}?step=check`],
      ...parts.map((part) => `/assignments/${assignment}?${part}`),
      `/erasures/annotation-${annotation}`,
    ],
  }
}

type Upload = { file: { name: string; mimeType: string; buffer: Buffer } }

const csvOf = (rows: string[][]) => rows.map((cells) => cells.join(';')).join('\n')

function requests({ request }: BrowserContext, address: string) {
  const api = `${address}/api/v1`
  const post = async (path: string, data: object | undefined, multipart?: Upload): Promise<Record<string, string>> => {
    const answer = await request.post(`${api}${path}`, multipart ? { multipart } : { data })
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
    return answer.json()
  }
  /** Waits until a file or a text is read, or a report is generated. */
  const read = (path: string, state = 'review') =>
    expect.poll(async () => (await (await request.get(`${api}${path}`)).json()).state, { timeout: 60_000 }).toBe(state)
  /** Imports a text, which is read in the background, and returns its ID once it is read. */
  const sent = async (data: object) => {
    const { id = '' } = await post('/documents/import', data)
    await read(`/imports/${id}`)
    return id
  }
  return {
    post: async (...args: Parameters<typeof post>) => ({ id: '', code: '', ...(await post(...args)) }),
    read,
    sent,
  }
}

async function personIn({ request }: BrowserContext, address: string): Promise<string> {
  const { items } = await (await request.get(`${address}/api/v1/users`)).json()
  return items[0].id
}

/** Returns a theme of a recommendation for an address. */
async function themeOf({ request }: BrowserContext, recommendation: string): Promise<string> {
  const { themes } = await (await request.get(recommendation)).json()
  return encodeURIComponent(themes[0] ?? 'none')
}
