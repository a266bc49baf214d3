import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { db } from '@/lib/platform/db'
import type { EvidenceStep, Step } from './step'

/** A link and a file that support a report. */
export const evidenceSteps: Step[] = [
  {
    ago: 102,
    at: '15:31',
    by: 'priya',
    do: 'add-link',
    key: '16.2',
    of: 'unodc',
    url: 'https://example.org/studies/identity-related-crime',
    title: 'Study on the misuse and falsification of identity',
    everyone: true,
  },
  {
    ago: 102,
    at: '15:40',
    by: 'priya',
    do: 'add-file',
    key: '16.2',
    of: 'unodc',
    name: 'answers-by-country.csv',
    title: 'Answers to the questionnaire, by country',
    text: 'Country,Offences defined,Strategy adopted\nBrazil,Yes,Yes\nKenya,Yes,No\nNorway,Yes,Yes\nThailand,No,Yes\n',
  },
]

/** Adds a link or a file to an assignment. */
export function addEvidence(step: EvidenceStep, actor: Actor, assignmentId: string) {
  if (step.do === 'add-file') return addFile(actor, { assignmentId }, formWith(step))
  const { url, title, everyone } = step
  return addLink(actor, { assignmentId, url, title, audience: everyone ? 'internal' : 'organization' })
}

/** Returns a request that sends a file with a title. */
function formWith({ name, title, text }: { name: string; title: string; text: string }) {
  const form = new FormData()
  form.set('title', title)
  form.set('file', new Blob([text]), name)
  return new Request('http://localhost/', { method: 'POST', body: form })
}

/** Returns the IDs of the evidence that no report names yet. The next report relies on it. */
export async function unnamedOn(assignmentId: string) {
  const evidence = await db.evidence.findMany({ where: { assignmentId, reports: { none: {} } }, select: { id: true } })
  return evidence.map(({ id }) => id)
}
