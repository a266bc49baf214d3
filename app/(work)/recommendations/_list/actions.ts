'use server'

import { refresh } from 'next/cache'
import { action } from '@/app/_forms/action'
import { actOnMany, type Outcome } from '@/lib/overview/act-on-many'
import { readAll, readForm, readTyped, refused } from '@/lib/platform/form'
import { dateInWords, words } from '@/lib/platform/i18n'
import { pathOf } from '../[key]/address'

/** Does the same to all recommendations that are ticked, and says of each what came of it. */
export const actOnChosen = action(async (actor, form) => {
  const { act, party, partyDue, dueOn, only, theme } = readForm(form)
  const keys = readAll(form, 'key')
  const result = await actOnMany(actor, { keys, act, party, only, theme, dueOn: act === 'assign' ? partyDue : dueOn })
  if (!result.ok) return refused(result, readTyped(form))

  refresh()
  const changed = result.value.filter((outcome) => 'done' in outcome && outcome.done > 0).length
  return {
    done: words('bulk.done', { changed, count: result.value.length }),
    outcomes: result.value.map((outcome) => ({
      href: pathOf(outcome.key),
      label: outcome.key,
      text: inWords(outcome, form),
    })),
    // What was ticked stays ticked: there may be more to do to it.
    typed: { key: keys.join('\n') },
  }
})

const acts = ['assign', 'due', 'theme'] as const

function inWords(outcome: Outcome, form: FormData) {
  if ('failure' in outcome) return words(`errors.${outcome.failure.code}`, outcome.failure.params)
  const { act, party = '', dueOn } = readForm(form)
  const { done, already } = outcome
  const date = dueOn ? dateInWords(dueOn) : ''
  const said = { party, date, done, already, all: done + already }
  return words(`bulk.outcome.${acts.find((one) => one === act) ?? 'theme'}`, said)
}
