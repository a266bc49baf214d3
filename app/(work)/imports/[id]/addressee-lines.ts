import type { Failure } from '@/lib/platform/result'

/** An addressee as the form sends it, with the number of its line. */
type Line = { line: string; name: string; party: string | undefined }

/** Returns the lines of the form in which an addressee is named. */
export const addresseeLines = (fields: Record<string, string>): Line[] =>
  Object.entries(fields).flatMap(([field, text]) => {
    const [, line, part] = /^addressees\.(\d+)\.(words|party)$/.exec(field) ?? []
    const words = fields[`addressees.${line}.words`]
    // A party without words is an addressee whose words are missing.
    if (line === undefined || (part === 'party' && words !== undefined)) return []
    return [{ line, name: words ?? '', party: part === 'party' ? text : fields[`addressees.${line}.party`] }]
  })

/** Moves the errors of addressees to the fields of their lines. */
export function atLines(failure: Failure, lines: readonly Line[]): Failure {
  if (failure.reason !== 'invalid') return failure
  const errors = failure.errors.map((error) => {
    const [list, place, part] = error.field.split('.')
    const line = list === 'addressees' ? lines[Number(place)] : undefined
    return line ? { ...error, field: `addressees.${line.line}.${part === 'name' ? 'words' : 'party'}` } : error
  })
  return { ...failure, errors }
}
