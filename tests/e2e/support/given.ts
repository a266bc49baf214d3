import { randomUUID } from 'node:crypto'
import type { BrowserContext } from './test'

type Made = Record<string, string>

/** Sends a request to the API as the person who is signed in, and returns what it created. */
export async function made({ request }: BrowserContext, address: string, data: object): Promise<Made> {
  const answer = await request.post(`/api/v1${address}`, { data })
  if (!answer.ok()) throw new Error(`${address} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

const text = 'States should train investigators. They should also share what they learn. Networks help.'

/**
 * Creates a document of one paragraph, whose first sentence is a recommendation. Uses the API as the person who is
 * signed in.
 */
export async function givenRecommendation(context: BrowserContext) {
  const code = `E2E-${randomUUID().toUpperCase()}`
  await made(context, '/documents', {
    code,
    title: 'Report on training',
    paragraphs: [{ label: '1', text }],
    recommendations: [{ paragraph: '1', start: 0, end: 34, title: 'Train investigators' }],
  })
  const key = `${code}-1.1`
  return { code, key, page: `/recommendations/${key}` }
}

/** Creates a recommendation that is assigned to UNODC. */
export async function givenAssignment(context: BrowserContext, duty: { dueOn?: string; owner?: string } = {}) {
  const recommendation = await givenRecommendation(context)
  const data = { organization: 'unodc', confirmPast: true, ...duty }
  const { id = '' } = await made(context, `/recommendations/${recommendation.key}/assignments`, data)
  return { ...recommendation, id, assignment: `/assignments/${id}` }
}
