import { asShown } from './form-shown'

/**
 * Hidden fields of a form: which of its page it is, for whose account the page was drawn, a form that is carried along, and
 * that Enter sent it where one of its buttons must be pressed.
 */
export const hiddenFields = { form: '$form', account: '$account', carried: '$carried', enter: '$enter' } as const

/**
 * All that was typed into a form, to be shown again: blank fields too, and what comes several times (ticked boxes) line by
 * line; and what the fields said before. Not files: a browser fills in none. Reads the form in one pass.
 */
export function readTyped(form: FormData): Record<string, string> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || (name.startsWith('$') && !name.startsWith(asShown('')))) continue
    const values = typed.get(name)
    if (values) values.push(value)
    else typed.set(name, [value])
  }
  return Object.fromEntries([...typed].map(([name, values]) => [name, values.join('\n')]))
}
