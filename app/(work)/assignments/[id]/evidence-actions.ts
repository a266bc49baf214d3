'use server'

import { action } from '@/app/_actions/action'
import { formConflictTold } from '@/app/_actions/form-conflict'
import { formDone } from '@/app/_actions/form-done'
import { assignmentAddress } from '@/app/_addresses/assignment'
import { addLink } from '@/lib/evidence/add-link'
import { releaseEvidence } from '@/lib/evidence/release-evidence'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { readForm } from '@/lib/platform/form'

export const addEvidenceLink = action(async (actor, form) => {
  const { id, assignmentId = '', url, title, from, to, audience, letterOn, letter } = readForm(form)

  const result = await addLink(actor, { id, assignmentId, url, title, from, to, audience, letterOn, letter })
  return result.ok ? left(assignmentId, 'evidenceAdded') : formConflictTold(actor, result, form)
})

export const withdrawPiece = action(async (actor, form) => {
  const { id, assignmentId = '', reason } = readForm(form)

  const result = await withdrawEvidence(actor, { id, reason })
  return result.ok ? left(assignmentId, 'evidenceWithdrawn') : formConflictTold(actor, result, form)
})

export const releasePiece = action(async (actor, form) => {
  const { id, assignmentId = '' } = readForm(form)

  const result = await releaseEvidence(actor, { id })
  return result.ok ? left(assignmentId, 'evidenceReleased') : formConflictTold(actor, result, form)
})

const left = (id: string, done: 'evidenceAdded' | 'evidenceWithdrawn' | 'evidenceReleased') =>
  formDone({ href: assignmentAddress(id, { done }, 'evidence') })
