import { z } from 'zod'
import { formConflict } from '@/app/_actions/form-conflict'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'
import { CandidateDecision } from '@/prisma/generated/enums'
import { decisionInWords } from './decision-in-words'

const Current = z.object({
  title: z.string(),
  decision: z.enum(CandidateDecision),
  decidedBy: z.object({ id: z.string(), name: z.string() }).optional(),
  confidence: z.number().optional(),
})

/** Returns a refusal as the form shows it. After a conflict, it says what the candidate is now. */
export function candidateRefusal(failure: Failure, form: FormData): FormState {
  const state = formConflict(failure, form)
  const current = Current.safeParse(failure.reason === 'conflict' && failure.current)
  if (!current.success) return state
  const { title } = current.data
  return { ...state, otherChanges: [t('imports.candidate.now', { title, decision: decisionInWords(current.data) })] }
}
