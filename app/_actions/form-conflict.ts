import 'server-only'
import { refresh } from 'next/cache'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import type { Wanted } from '@/lib/history/queries'
import { type Entry, timelineOf } from '@/lib/history/timeline'
import { config } from '@/lib/platform/config'
import { type FormState, readTyped, refused } from '@/lib/platform/form'
import { momentInWords, t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

/**
 * Returns a refusal that may come from changes by others. Renders the page again with these changes, so that the next
 * attempt starts from them.
 */
export function formConflict(failure: Failure, form: FormData): FormState {
  if (failure.reason === 'conflict') refresh()
  return refused(failure, readTyped(form))
}

const Versioned = z.object({ version: z.number() })

/**
 * Returns a refusal as the form shows it. After a conflict, it contains the current values and what others have changed
 * about `about`.
 */
export async function formConflictTold(
  actor: Actor,
  failure: Failure,
  form: FormData,
  about?: Wanted,
): Promise<FormState> {
  const state = formConflict(failure, form)
  if (failure.reason !== 'conflict') return state

  const current = Versioned.safeParse(failure.current)
  const missed = current.success ? current.data.version - Number(form.get('version')) : 0
  if (!about || !(missed > 0)) return state
  const { entries } = await timelineOf(actor, { ...about, limit: Math.min(missed, 5) })
  return { ...state, otherChanges: entries.map(inOneLine) }
}

function inOneLine({ sentence, at, pairs }: Entry) {
  const changes = pairs.map(({ label, before = '', after = '' }) =>
    t('recommendation.changed', { label, before, after }),
  )
  return [
    t('recommendation.change', { sentence, moment: momentInWords(new Date(at), config.TIME_ZONE) }),
    ...changes,
  ].join('. ')
}
