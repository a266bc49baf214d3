import { db } from '@/lib/platform/db'
import { reportProgress } from '@/lib/reports/report-progress'
import { people } from './given'
import { answerOf, givenOrganization } from './places'

const { chen } = people

/** Two organizations that turn out to be one. */
export async function givenTwo() {
  const [from, into] = await Promise.all([givenOrganization(), givenOrganization()])
  return { from, into, merge: { slug: from.slug, into: into.slug } }
}

/** Reports work on an assignment. */
export const reportOn = async (assignmentId: string) =>
  answerOf(await reportProgress(chen, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }))

/** Returns the organization and the version of an assignment. */
export const ownerOf = (id: string) =>
  db.assignment.findUnique({ where: { id }, select: { organizationId: true, version: true } })
