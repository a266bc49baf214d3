import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { addCycle } from '@/lib/cycles/add-cycle'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { addGroup } from '@/lib/organizations/add-group'
import { addOrganization } from '@/lib/organizations/add-organization'
import { inviteUser } from '@/lib/people/invite-user'
import { makeToken } from '@/lib/people/make-token'
import { beginSession } from '@/lib/people/sessions'
import { addAction } from '@/lib/plans/add-action'
import { today } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { Audience } from '@/prisma/generated/enums'
import { uploadOf } from './uploads'
import { writePublication } from './write-publication'
import { writeSheet } from './write-sheet'

/** A word that is only in the texts that these tests write. */
export const secret = 'Quidnunc'

const text = `${secret} should cooperate.`

async function done<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(JSON.stringify(settled))
  return settled.value
}

/**
 * Writes the word into every field that people fill, by the commands that fill it. Returns the columns that contain it.
 */
export async function writeSecrets() {
  const { id: actorId } = await db.user.findFirstOrThrow({ where: { role: 'administrator' } })
  const actor = { id: actorId, role: 'administrator', organizationIds: [] } as const

  const organization = await done(addOrganization(actor, { name: `${secret} Agency`, slug: 'an-agency' }))
  const group = await done(addGroup(actor, { name: `${secret} Group`, slug: 'a-group' }))
  const { code, key } = await writeDocument(actor)

  const addressees = [{ words: secret, organization: organization.slug }]
  await done(editRecommendation(actor, { key, version: 1, themes: [secret], addressees }))
  const { id: assignmentId } = await done(assign(actor, { key, organization: organization.slug }))
  const { id: request } = await done(requestDate(actor, { assignmentId, dueOn: '2099-06-30', reason: text }))
  const { id: action } = await done(addAction(actor, { assignmentId, title: text, responsible: text }))
  const { id: report } = await done(reportProgress(actor, { assignmentId, progress: 'in_progress', narrative: text }))
  await done(saveReportDraft(actor, { assignmentId, narrative: text }))
  const evidence = await writeEvidence(actor, assignmentId)
  const cycle = await writeCycle(actor, code)
  const imported = await writeImport(actor)
  const publication = await writePublication(actor, secret)
  await done(closeAssignment(actor, { id: assignmentId, closure: 'superseded', reason: text }))
  const notes = Object.values(Audience).map((audience) =>
    annotate(actor, {
      key,
      body: text,
      audience,
      ...(audience === 'organization' && { organization: organization.slug }),
    }),
  )
  const [annotation] = await Promise.all(notes.map(done))

  const person = {
    email: `${secret}@example.org`,
    name: secret,
    role: 'focal_point',
    organizations: [organization.slug],
  }
  const { id: userId } = await done(inviteUser(actor, person))
  await done(makeToken(actor, { name: secret }))
  await db.identity.create({ data: { userId, issuer: `https://${secret}.example.org`, subject: secret } })
  await beginSession(userId, secret)
  const { slug } = organization
  const ids = {
    id: userId,
    assignment: assignmentId,
    report,
    request,
    action,
    evidence,
    cycle,
    publication,
    ...imported,
    annotation: annotation?.id ?? '',
  }
  return { code, key, slug, group: group.slug, ...ids }
}

/** Adds a file and a link, and withdraws the link. Returns the ID of the file. */
async function writeEvidence(actor: Parameters<typeof addLink>[0], assignmentId: string) {
  const { id } = await done(addFile(actor, { assignmentId }, uploadOf(text, `${secret}.txt`)))
  const link = await done(addLink(actor, { assignmentId, url: `https://${secret}.example.org`, title: secret }))
  await done(withdrawEvidence(actor, { id: link.id, reason: text }))
  return id
}

/** Closes a cycle, which copies the names and titles in it. */
async function writeCycle(actor: Parameters<typeof addCycle>[0], document: string) {
  const days = { opensOn: today(), closesOn: '2099-12-31' }
  const { id } = await done(addCycle(actor, { name: secret, document, ...days }))
  await done(closeCycle(actor, { id }))
  return id
}

/** Imports a text, with a column of its own for everything that only files have. */
async function writeImport(actor: Parameters<typeof receiveText>[0]) {
  const { id } = await done(receiveText(actor, { text: `${text}\n\n${secret}: contents`, title: secret }))
  await readImports()
  const words = { heading: secret, section: secret, notes: [{ text: secret }], unsure: [secret] }
  const { id: importId, ...row } = await db.import.findUniqueOrThrow({ where: { id } })
  const other = { ...row, id: newId(), storedAs: newId(), name: secret, details: { title: secret }, selected: [secret] }
  await db.import.create({ data: { ...other, state: 'failed', error: { code: secret, params: {} } } })
  const draft = { ...other, id: newId(), storedAs: null, text, error: { code: secret, params: {} } }
  await db.import.create({ data: { ...draft, state: 'failed' } })
  await db.importParagraph.create({ data: { importId: other.id, ordinal: 1, part: 1, label: '1', text, ...words } })
  await db.importRemoved.create({ data: { importId: other.id, ordinal: 1, text: secret, why: secret } })
  const span = { paragraph: 1, start: 0, end: text.length, quote: text }
  const source = {
    owner: secret,
    priority: secret,
    grade: secret,
    themes: [secret],
    reasons: [{ rule: secret, weight: 1 }],
  }
  const { id: candidate } = await db.importCandidate.create({
    data: {
      ...{ id: newId(), importId: other.id, ...span, ...source },
      ...{ title: secret, kind: 'action', decision: 'offered', addressees: [{ name: secret, match: 'new' }] },
    },
  })
  await writePlaces(other.id, actor.id)
  return { import: importId, candidate, sheet: await writeSheet(actor, secret) }
}

/** Compares a recommendation with the same words in a new edition. */
async function writePlaces(importId: string, decidedById: string) {
  const quoted = { start: 0, end: text.length, quote: text, state: 'unchanged' as const }
  const made = await db.recommendation.findFirstOrThrow({ where: { quote: text }, include: { paragraph: true } })
  const { id: recommendationId, paragraphId, paragraph } = made
  const was = { wasParagraphId: paragraphId, wasOrdinal: 1, wasStart: 0, wasEnd: text.length, wasQuote: text }
  await db.importPlace.create({
    data: { id: newId(), importId, recommendationId, ...was, paragraph: 1, ...quoted, proposed: { secret } },
  })
  const { editionId } = paragraph
  const decided = { decidedById, decidedAt: new Date() }
  await db.place.create({ data: { id: newId(), recommendationId, editionId, paragraphId, ...quoted, ...decided } })
}

async function writeDocument(actor: Parameters<typeof addDocument>[0]) {
  const { code } = await done(
    addDocument(actor, {
      ...{ code: 'A-REPORT', title: secret, symbol: secret, body: secret, place: secret },
      paragraphs: [{ label: '1', heading: secret, text }],
      recommendations: [{ paragraph: '1', start: 0, end: text.length, title: secret }],
    }),
  )
  await db.document.update({ where: { code }, data: { distribution: secret, jobNumber: secret } })
  const ofPages = { section: secret, notes: [{ at: 0, mark: '1', text: secret }] }
  await db.paragraph.updateMany({ where: { edition: { document: { code } } }, data: ofPages })
  const { key } = await db.recommendation.findFirstOrThrow({ where: { document: { code } } })
  const mistaken = await done(addRecommendation(actor, { code, paragraph: 1, start: 0, end: 8, title: secret }))
  await done(editRecommendation(actor, { key: mistaken.key, version: 1, addressees: [{ words: secret }] }))
  await done(removeRecommendation(actor, { key: mistaken.key }))
  return { code, key }
}

/** Columns without text of people, encrypted texts, columns that are in addresses, and texts that everyone may read. */
const technical =
  /^_|^(sign_in_failures|sign_ins|events|sealed_days)\.|\.(hash|password_hash|salt|sha256|media_type|stored_as|sealed|format|locale|language|code|key|short_key|slug|label|sent|table_name|mapping|worksheets|figures)$|^(assignment_versions|instance)\./

/** Returns every text column without the word. Add a new column to the lists above. */
export async function withoutSecret(): Promise<string[]> {
  const { rows } = await pool.query<{ of: string; name: string }>(
    `select table_name as of, column_name as name from information_schema.columns
     where table_schema = 'public' and (data_type in ('text', 'json', 'jsonb') or udt_name in ('citext', '_text'))`,
  )
  const asked = rows.filter(({ of, name }) => !technical.test(`${of}.${name}`))
  const empty = await Promise.all(
    asked.map(async ({ of, name }) => {
      const { rowCount } = await pool.query(`select from ${of} where ${name}::text ilike $1 limit 1`, [`%${secret}%`])
      return rowCount === 0 ? `${of}.${name}` : []
    }),
  )
  return empty.flat()
}
