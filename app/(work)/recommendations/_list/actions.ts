'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { bulkChange, type Outcome } from '@/lib/overview/bulk-change'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, t } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'

/** Does the same to all recommendations that are ticked, and says of each what came of it. */
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
    // What was ticked stays ticked: there may be more to do to it. Where time ran out, the rest: one press goes on.
    typed: waiting.length > 0 ? { ...readTyped(form), key: waiting.join('\n') } : { key: keys.join('\n') },
  }
})

/** The form has two dates: the first is that of what is assigned. */
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
