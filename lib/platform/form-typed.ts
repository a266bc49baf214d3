import { asShown } from './form-shown'

/**
 * All that was typed into a form, to be shown again: blank fields too, and what comes several times (ticked boxes) line by
 * line; and what the fields said before. Reads the form in one pass.
 */
export function readTyped(form: FormData): Record<string, string> {
  const typed = new Map<string, string[]>()
  for (const [name, value] of form) {
    if (name.startsWith('$') && !name.startsWith(asShown(''))) continue
    const values = typed.get(name)
    if (values) values.push(String(value))
    else typed.set(name, [String(value)])
  }
  return Object.fromEntries([...typed].map(([name, values]) => [name, values.join('\n')]))
}
