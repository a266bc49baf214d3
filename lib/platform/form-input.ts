import { initialValueName } from './form-initial-value'

/**
 * The names of hidden fields of a form: the form's ID on its page, the account for which the page was rendered, a form
 * that the end of a session interrupted, and a mark that Enter sent a form which needs one of its buttons.
 */
export const hiddenFields = {
  form: '$form',
  account: '$account',
  interrupted: '$interrupted',
  enter: '$enter',
} as const

/**
 * Returns everything that was typed into a form, to be shown again. This includes blank fields and the earlier values
 * of fields. A name with several values, such as checked boxes, has one value on each line. Files are left out, because
 * a browser cannot fill them in. Reads the form in one pass.
 */
export function readTyped(form: FormData): Record<string, string> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (typeof value !== 'string' || (name.startsWith('$') && !name.startsWith(initialValueName('')))) continue
    const values = typed.get(name)
    if (values) values.push(value)
    else typed.set(name, [value])
  }
  return Object.fromEntries([...typed].map(([name, values]) => [name, values.join('\n')]))
}
