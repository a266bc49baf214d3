import { type Invalid, invalidField } from '@/lib/platform/result'

/** Reads which field was chosen for each column. Two columns cannot contain the same. */
export function chosenColumns(fields: Readonly<Record<string, string>>) {
  const mapping: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    const [, place] = /^column-(\d+)$/.exec(name) ?? []
    if (place === undefined) continue
    if (mapping[field] !== undefined) return invalidField(name, 'sheet_column_twice') satisfies Invalid
    mapping[field] = place
  }
  return { ok: true, mapping } as const
}
