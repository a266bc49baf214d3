'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { bulkChange, type Outcome } from '@/lib/overview/bulk-change'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

/** Runs one change on all selected recommendations, and returns the result for each. */
export const actOnChosen = action(async (actor, form) => {
  const { act, partyDue, dueOn, ...said } = readForm(form)
  const keys = readAll(form, 'key')
  const result = await bulkChange(actor, { ...said, keys, act, dueOn: act === 'assign' ? partyDue : dueOn })
  if (!result.ok) {
    const refusal = act === 'assign' ? atItsField(result) : result
    const offers = offersPast(result, form, act === 'assign' ? 'partyDue' : 'dueOn')
    return { ...refused(refusal, readTyped(form)), offers }
  }

  refresh()
  const waiting = result.value.filter((outcome) => 'waiting' in outcome).map(({ key }) => key)
  const changed = result.value.filter((outcome) => 'done' in outcome && outcome.done > 0).length
  return {
    done: t('bulk.done', { changed, count: result.value.length, waiting: waiting.length }),
    outcomes: result.value.map((outcome) => ({
      href: recommendationPath(outcome.key),
      label: outcome.key,
      text: inWords(outcome, form),
    })),
    // The selected rows stay selected, because people may do more with them. If the time ran out, only the remaining
    // ones are selected, so that one click continues.
    typed: waiting.length > 0 ? { ...readTyped(form), key: waiting.join('\n') } : { key: keys.join('\n') },
  }
})

/** The form has two dates. The first belongs to the assignments. */
function atItsField(failure: Failure): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) => (error.field === 'dueOn' ? { ...error, field: 'partyDue' } : error))
  return { ...failure, errors }
}

const acts = ['assign', 'due', 'theme', 'close'] as const

function inWords(outcome: Outcome, form: FormData) {
  if ('waiting' in outcome) return t('bulk.outcome.waiting')
  if ('failure' in outcome) return t(`errors.${outcome.failure.code}`, outcome.failure.params)
  const { act, party = '', dueOn } = readForm(form)
  const { done, already } = outcome
  const date = dueOn ? dateInWords(dueOn) : ''
  const said = { party, date, done, already, all: done + already }
  return t(`bulk.outcome.${acts.find((one) => one === act) ?? 'theme'}`, said)
}
