'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_actions/action'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { offersPast } from '@/app/(work)/_components/confirm-past'
import { bulkChange, type Outcome } from '@/lib/overview/bulk-change'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import { type Failure, mapFieldErrors } from '@/lib/platform/result'

/** Runs one change on all selected recommendations, and returns the result for each. */
export const actOnChosen = action(async (actor, form) => {
  const { act, partyDue, dueOn, dueReason, reason, ...fields } = readForm(form)
  const keys = readAll(form, 'key')
  const own = act === 'assign' ? { dueOn: partyDue } : act === 'due' ? { dueOn, reason: dueReason } : { dueOn, reason }
  const result = await bulkChange(actor, { ...fields, ...own, keys, act })
  if (!result.ok) {
    const refusal = atItsField(result, act)
    const offers = offersPast(result, form, act === 'assign' ? 'partyDue' : 'dueOn')
    return { ...refused(refusal, readTyped(form)), offers }
  }

  refresh()
  const waiting = result.value.filter((outcome) => 'waiting' in outcome).map(({ key }) => key)
  const left = result.value.filter((outcome) => !('done' in outcome)).map(({ key }) => key)
  const changed = result.value.filter((outcome) => 'done' in outcome && outcome.done > 0).length
  return {
    done: t('bulk.done', { changed, count: result.value.length, waiting: waiting.length }),
    outcomes: result.value.map((outcome) => ({
      href: recommendationPath(outcome.key),
      label: outcome.key,
      text: inWords(outcome, form),
    })),
    // The selected rows stay selected, because people may do more with them. If some were refused, or the time ran out,
    // only those are selected and the fields keep what was typed, so that one click continues.
    typed: left.length > 0 ? { ...readTyped(form), key: left.join('\n') } : { key: keys.join('\n') },
  }
})

/** The names of the fields that the form has twice, by what each button does. */
const fieldOf: Partial<Record<string, Partial<Record<string, string>>>> = {
  assign: { dueOn: 'partyDue' },
  due: { reason: 'dueReason' },
}

const atItsField = (failure: Failure, act = '') =>
  mapFieldErrors(failure, (error) => ({ ...error, field: fieldOf[act]?.[error.field] ?? error.field }))

const acts = ['assign', 'due', 'theme', 'remind', 'close'] as const

/** The number of organizations that the result names. */
const mostNamed = 5

function inWords(outcome: Outcome, form: FormData) {
  if ('waiting' in outcome) return t('bulk.outcome.waiting')
  if ('failure' in outcome) {
    const { failure } = outcome
    const { code, params } = (failure.reason === 'invalid' && failure.errors[0]) || failure
    return t(`errors.${code}`, params)
  }
  const { act, party = '', dueOn } = readForm(form)
  const { done, already, unreachable = [] } = outcome
  const date = dueOn ? dateInWords(dueOn) : ''
  const missed = { unreachable: unreachable.length, organizations: listInWords(unreachable.slice(0, mostNamed)) }
  const params = { party, date, done, already, all: done + already, ...missed }
  return t(`bulk.outcome.${acts.find((one) => one === act) ?? 'theme'}`, params)
}
