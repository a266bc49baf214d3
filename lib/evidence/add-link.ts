import 'server-only'
import { z } from 'zod'
import { mayReportOn } from '@/lib/assignments/policy'
import { findAssignment } from '@/lib/assignments/queries'
import type { Actor } from '@/lib/domain/actor'
import { sha256 } from '@/lib/history/events'
import { forbidden, notFound, type Result, unparsed } from '@/lib/platform/result'
import { writtenText } from '@/lib/platform/text'
import { type Added, addEvidence } from './add-evidence'
import { evidenceFields, refusesPeriod } from './evidence-fields'
import { titleOfLink } from './link-title'

/** The address of a page: http or https, without a name and a password in it. */
const Address = writtenText('evidence_url_missing', 2000)
  .refine(isWebAddress, 'evidence_url_unreadable')
  .transform((text) => new URL(text).href)

const Link = z.strictObject({ ...evidenceFields, url: Address })

function isWebAddress(text: string) {
  if (!URL.canParse(text)) return false
  const { protocol, username, password } = new URL(text)
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === ''
}

/**
 * Adds a link as evidence of an assignment. Returns its ID. Refusals: `assignment_not_found`, `evidence_forbidden`, and
 * those of `addEvidence`.
 */
export async function addLink(actor: Actor, input: unknown): Promise<Result<Added>> {
  const parsed = Link.safeParse(input)
  if (!parsed.success) return unparsed(parsed.error)
  const { url, title = titleOfLink(url), ...fields } = parsed.data

  const found = await findAssignment(actor, fields.assignmentId)
  if (!found) return notFound('assignment_not_found')

  if (!mayReportOn(actor, found)) {
    return forbidden('evidence_forbidden', { organization: found.assignment.organization.name })
  }
  return (
    refusesPeriod(fields) ?? addEvidence(actor, found, { ...fields, title, kind: 'link', url, sha256: sha256(url) })
  )
}
