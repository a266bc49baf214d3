'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_forms/action'
import { offersPast } from '@/app/(work)/confirm-past'
import { actOnMany, type Outcome } from '@/lib/overview/act-on-many'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, words } from '@/lib/platform/i18n'
import type { Failure } from '@/lib/platform/result'
import { pathOf } from '../[key]/address'

/** Does the same to all recommendations that are ticked, and says of each what came of it. */
export const actOnChosen = action(async (actor, form) => {
  const { act, partyDue, dueOn, ...said } = readForm(form)
  const keys = readAll(form, 'key')
  const result = await actOnMany(actor, { ...said, keys, act, dueOn: act === 'assign' ? partyDue : dueOn })
  if (!result.ok) {
    const refusal = act === 'assign' ? atItsField(result) : result
    const offers = offersPast(result, form, act === 'assign' ? 'partyDue' : 'dueOn')
    return { ...refused(refusal, readTyped(form)), offers }
  }

  refresh()
  const waiting = result.value.filter((outcome) => 'waiting' in outcome).map(({ key }) => key)
  const changed = result.value.filter((outcome) => 'done' in outcome && outcome.done > 0).length
  return {
    done: words('bulk.done', { changed, count: result.value.length, waiting: waiting.length }),
    outcomes: result.value.map((outcome) => ({
      href: pathOf(outcome.key),
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
  if ('waiting' in outcome) return words('bulk.outcome.waiting')
  if ('failure' in outcome) return words(`errors.${outcome.failure.code}`, outcome.failure.params)
  const { act, party = '', dueOn } = readForm(form)
  const { done, already } = outcome
  const date = dueOn ? dateInWords(dueOn) : ''
  const said = { party, date, done, already, all: done + already }
  return words(`bulk.outcome.${acts.find((one) => one === act) ?? 'theme'}`, said)
}
