import 'server-only'
import { answersFor } from '@/lib/assignments/policy'
import { type Assignment, assignmentHeld, type findAssignment } from '@/lib/assignments/queries'
import { holdOrganizationOf, refusesWorkOn } from '@/lib/assignments/refuses-work'
import type { Actor } from '@/lib/domain/actor'
import { type Change, change } from '@/lib/history/change'
import { dateOf } from '@/lib/history/explain-dates'
import { keepLetter, letterInEvent } from '@/lib/history/letters'
import { keepReason } from '@/lib/history/reasons'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import type { Transaction } from '@/lib/platform/db'
import { dateInWords } from '@/lib/platform/i18n'
import { conflict, type Failure, notFound, ok, type Result, taken, unchanged } from '@/lib/platform/result'
import type { EvidenceScan } from '@/prisma/generated/enums'
import { readersOf } from './policy'

type Written = {
  id: string
  assignmentId: string
  title: string
  from?: string | undefined
  to?: string | undefined
  audience: 'organization' | 'internal'
  sha256: string
  letterOn?: string | undefined
  letter?: string | undefined
}

/** A new piece of evidence. */
export type Piece = Written &
  ({ kind: 'file'; bytes: number; mediaType: string; storedAs: string } | { kind: 'link'; url: string })

export type Added = { id: string; sha256: string; scan: EvidenceScan }

type Found = NonNullable<Awaited<ReturnType<typeof findAssignment>>>

/** The largest number of pieces on an assignment, without those that were withdrawn. A page shows all of them. */
const most = 200

/**
 * Adds evidence that was parsed and authorized. Refusals: `assignment_not_found`, `evidence_sent_before`,
 * `evidence_there`, `evidence_erased_before`, `evidence_too_many`, `assignment_closed`, `assignment_organization_archived`,
 * `assignment_organization_merged`, `recommendation_closed`, `document_archived`.
 */
export const addEvidence = (actor: Actor, found: Found, piece: Piece): Promise<Result<Added>> =>
  change(
    actor,
    async (change) => {
      const { tx } = change
      const outOfUse = await holdOrganizationOf(tx, found)
      const held = await assignmentHeld(tx, piece.assignmentId)
      if (!held) return notFound('assignment_not_found')
      const sent = await sentBefore(tx, actor, piece, held)
      if (sent) return sent
      const refused =
        (await refusesWorkOn(tx, found.recommendationId, held, outOfUse)) ?? (await refuses(tx, piece, held))
      if (refused) return refused

      const unkept = await write(change, actor, found, piece)
      return unkept ?? ok({ id: piece.id, sha256: piece.sha256, scan: scanOf(piece) })
    },
    { on: piece.assignmentId },
  )

/** A file waits for the scanner, where there is one. */
const scanOf = ({ kind }: Piece): EvidenceScan => (kind === 'file' && config.CLAMD_SOCKET ? 'pending' : 'not_scanned')

/** A double click or a repeated request adds one piece. Another piece with the same ID is refused. */
async function sentBefore(tx: Transaction, actor: Actor, piece: Piece, current: Assignment) {
  const { id, assignmentId, sha256, title, from = null, to = null, audience } = piece
  const sent = await tx.evidence.findUnique({ where: { id } })
  if (!sent) return undefined
  const row = {
    assignmentId,
    sha256,
    audience,
    coversFrom: dateOf(from),
    coversTo: dateOf(to),
    title: { text: title },
  }
  const same = await tx.evidence.count({ where: { id, authorId: actor.id, ...row } })
  return same > 0 ? unchanged({ id, sha256, scan: sent.scan }) : conflict('evidence_sent_before', current)
}

async function refuses(tx: Transaction, { kind, sha256 }: Piece, held: Assignment): Promise<Failure | undefined> {
  if (held.closure) return conflict('assignment_closed', held)
  const field = kind === 'file' ? 'file' : 'url'
  const same = { assignmentId: held.id, sha256 }
  if (await tx.evidence.count({ where: { ...same, erasedAt: { not: null } } })) {
    return taken(field, 'evidence_erased_before', held, {})
  }
  const onAssignment = { assignmentId: held.id, withdrawnAt: null }
  const there = await tx.evidence.findFirst({
    where: { ...onAssignment, sha256 },
    select: { addedAt: true, title: { select: { text: true } }, author: { select: { name: true } } },
  })
  if (there) {
    const params = { title: there.title.text, by: there.author.name, date: dateInWords(dayOf(there.addedAt)) }
    return taken(field, 'evidence_there', held, params)
  }
  const count = await tx.evidence.count({ where: onAssignment })
  return count >= most ? conflict('evidence_too_many', held, { maximum: most }) : undefined
}

async function write(change: Change, actor: Actor, found: Found, piece: Piece) {
  const { title, from = null, to = null, letterOn, letter, ...row } = piece
  const words = await keepReason(change, actor, title)
  const onBehalf = !answersFor(actor, found)
  await change.tx.evidence.create({
    data: {
      ...row,
      titleId: words.id,
      coversFrom: dateOf(from),
      coversTo: dateOf(to),
      authorId: actor.id,
      onBehalf,
      scan: scanOf(piece),
      addedAt: change.now,
    },
  })
  const { id: evidenceId, kind, audience, sha256: content } = piece
  change.record(
    {
      kind: 'assignment.evidence_added',
      subjectId: piece.assignmentId,
      recommendationId: found.recommendationId,
      body: {
        before: null,
        after: { evidenceId, kind, title: words, content, from, to, audience, onBehalf, ...letterInEvent(piece) },
      },
    },
    readersOf(piece, found.organizationId),
  )
  return keepLetter(change, { id: evidenceId, assignmentId: piece.assignmentId, onBehalf }, { letterOn, letter })
}
