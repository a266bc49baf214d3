import pg from 'pg'
import { afterAll } from 'vitest'
import { withSingleBlanks } from './changing-statements'

type Rows = Record<string, unknown>[]
type Answer = { rows?: (Rows[number] | unknown[])[]; fields?: { name: string; dataTypeID: number }[] }

/** The rows of statements and the names of their columns, by the names of the statements. */
type ReadByName = Map<string, { rows: Rows; columns: string[] }>

type Kept = { read: ReadByName; sent: Set<string> }

/**
 * Keeps the rows that every named statement reads, and the names and texts of all that are sent, on connections that
 * are opened from now on, until the test file ends.
 */
export function keepRows(): Kept {
  const kept: ReadByName = new Map()
  const sent = new Set<string>()
  const query: (...given: unknown[]) => unknown = pg.Client.prototype.query
  afterAll(() => Object.assign(pg.Client.prototype, { query }))
  const keep = (asked: unknown, answer: Answer | undefined) => {
    const name = nameOf(asked)
    if (!name || !answer?.rows || !answer.fields) return
    const { fields } = answer
    const rows = answer.rows.map((row) => (Array.isArray(row) ? asObject(row, fields) : row))
    kept.set(name, { rows: [...(kept.get(name)?.rows ?? []), ...rows], columns: fields.map((field) => field.name) })
  }

  Object.assign(pg.Client.prototype, {
    query(this: pg.Client, asked: unknown, ...more: unknown[]) {
      const { name, text = asked } = asked as { name?: unknown; text?: unknown }
      for (const one of [name, text]) if (typeof one === 'string') sent.add(withSingleBlanks(one))
      const [callback] = more.slice(-1)
      if (typeof callback === 'function') {
        const keeping = (error: unknown, answer: Answer | undefined) => {
          keep(asked, answer)
          callback(error, answer)
        }
        return query.call(this, asked, ...more.slice(0, -1), keeping)
      }
      const answer = query.call(this, asked, ...more)
      if (answer instanceof Promise) answer.then((given: Answer) => keep(asked, given)).catch(() => {})
      return answer
    },
  })
  return { read: kept, sent }
}

const json = [pg.types.builtins.JSON, pg.types.builtins.JSONB]

/** Returns a row that Prisma has read, which is an array with JSON as text, as an object. */
const asObject = (row: unknown[], fields: NonNullable<Answer['fields']>): Rows[number] =>
  Object.fromEntries(
    fields.map(({ name, dataTypeID }, place) => {
      const value = row[place]
      return [name, json.includes(dataTypeID) && typeof value === 'string' ? JSON.parse(value) : value]
    }),
  )

/** Returns the name of a prepared statement, or the name in the comment before one that is planned each time. */
function nameOf(asked: unknown): string | undefined {
  if (typeof asked !== 'object' || asked === null) return undefined
  const { name, text } = asked as { name?: unknown; text?: unknown }
  if (typeof name === 'string') return name.split(' ')[0]
  return typeof text === 'string' ? /^\/\* ([a-z-]+) \*\//.exec(text)?.[1] : undefined
}
