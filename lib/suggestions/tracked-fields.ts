import type { ReadParagraph } from '@/lib/reading/read-paragraph'
import { writtenDay } from './written-days'

/** What the table of a source says of a recommendation. */
export type TrackedFields = { owner?: string; priority?: string; grade?: string; dueOn?: string }

const columns = [
  ['owner', /owner|responsib|officer|lead|action by|assigned|ответственн|puesto|encargad/iu],
  ['priority', /priorit|приоритет|优先/iu],
  ['grade', /grade|rating|risk|categor|classif|severity/iu],
  ['dueOn', /due|deadline|target|by when|timescale|completion|échéance|plazo|срок|期限/iu],
] as const

const longest = 200

/** Returns the fields of a row of a table, or of a line such as "Priority: High". */
export function fieldsOf({ cells = [] }: ReadParagraph, date: string | undefined): TrackedFields {
  const fields: TrackedFields = {}
  for (const { column, text } of cells) setField(fields, column, text, date)
  return fields
}

/** Returns the field of a line such as "Priority: High". */
export function fieldOfLine({ text }: ReadParagraph, date: string | undefined): TrackedFields | undefined {
  const colon = text.slice(0, 40).indexOf(':')
  if (colon < 1 || text.length > longest) return
  const fields: TrackedFields = {}
  if (text.slice(0, colon).split(' ').length <= 3)
    setField(fields, text.slice(0, colon), text.slice(colon + 1).trim(), date)
  return Object.keys(fields).length > 0 ? fields : undefined
}

function setField(fields: TrackedFields, column: string, text: string, date: string | undefined) {
  const name = columns.find(([, pattern]) => pattern.test(column))?.[0]
  if (!name || text === '' || text.length > longest || fields[name] !== undefined) return
  if (name !== 'dueOn') fields[name] = text
  else {
    const day = writtenDay(text, date)
    if (day) fields.dueOn = day
  }
}
