import { linesIn } from '@/lib/organizations/pasted-names'
import type { FormState } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'
import { shortened } from '@/lib/platform/text'

const shown = 5

/**
 * Moves the errors of the lines of a list to the field in which the list was typed, up to a number that people can
 * read.
 */
export function listFieldErrors(field: string, state: FormState): FormState {
  const wrong = Object.entries(state.errors ?? {})
  if (wrong.length === 0) return state
  const lines = linesIn(state.typed?.[field] ?? '')
  const messages = wrong.map(([name, text = '']) => {
    const place = /^names\.(\d+)$/.exec(name)?.[1]
    const line = place === undefined ? undefined : lines[Number(place)]
    return line ? t('organizations.atLine', { line: line.line, start: shortened(line.name, 40), error: text }) : text
  })
  const message = t('errors.fields_invalid', { count: 1 })
  return { ...state, message, errors: { [field]: [...new Set(messages)].slice(0, shown).join('\n') } }
}
