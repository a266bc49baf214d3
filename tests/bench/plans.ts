import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { folder, query } from './database'

/** The fields of each step of a plan that matter here. */
type Step = z.infer<typeof Step>
const Step = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Index Cond': z.string().optional(),
  Filter: z.string().optional(),
  'Rows Removed by Filter': z.number().default(0),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  get Plans() {
    return z.array(Step).optional()
  },
})
const Explained = z.object({ 'Query Text': z.string(), Plan: Step })

const settings = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_format': 'json',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_nested_statements': 'on',
}

/** Makes connections that are opened from now on write every plan to the server's log. */
export async function explainAll(url: string) {
  for (const [name, value] of Object.entries(settings))
    await query(url, `alter database bench set ${name} = '${value}'`)
}

export async function explainNone(url: string) {
  for (const name of Object.keys(settings)) await query(url, `alter database bench reset ${name}`)
}

const log = join(folder, 'postgres.log')

export type Scan = { query: string; plan: string }

/** Returns the statements that the work runs and that scan one of the growing tables. */
export async function scansDuring(growing: Set<string>, work: () => Promise<unknown>): Promise<Scan[]> {
  const before = statSync(log).size
  await work()
  const written = readFileSync(log).subarray(before).toString()
  const explained = [...written.matchAll(/ ms {2}plan:\n((?:\t.*\n)+)/g)].map(([, json = '']) =>
    Explained.parse(JSON.parse(json.replaceAll(/^\t/gm, ''))),
  )
  const found = explained.filter(({ Plan }) => scans(Plan, growing))
  const plans = found.map(({ 'Query Text': query, Plan }) => ({ query: query.trim(), plan: drawn(Plan) }))
  return plans.filter(({ query }, place) => plans.findIndex((other) => other.query === query) === place)
}

/**
 * Returns whether a step reads a table row by row: in its own order, or in an index's order without a condition on it.
 * Reading an index alone from end to end is no scan, because live counts do that, and neither is a
 * step that ended after a few rows.
 */
function scans(step: Step, growing: Set<string>): boolean {
  const { 'Node Type': type, 'Relation Name': table = '', 'Index Cond': condition, Plans = [] } = step
  const whole = /^(Seq|Sample) Scan$/.test(type)
  const read = step['Actual Rows'] + step['Rows Removed by Filter']
  const walked = type === 'Index Scan' && condition === undefined
  return (read > few && (whole || walked) && growing.has(table)) || Plans.some((part) => scans(part, growing))
}

/** A page of a list, with the rows that are skipped before it. */
const few = 1_000

/** Returns the tables with more rows than a list of names has. */
export async function growingTables(url: string): Promise<Set<string>> {
  const { rows } = await query(
    url,
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > ${few}`,
  )
  return new Set(rows.map(({ name }) => name))
}

function drawn(step: Step, depth = 0): string {
  const { 'Relation Name': table, 'Index Name': index, 'Index Cond': condition, Filter: filter, Plans = [] } = step
  const lines = [
    `${'  '.repeat(depth)}${step['Node Type']}`,
    table && `on ${table}`,
    index && `by ${index}`,
    condition && `where ${condition}`,
    filter && `filter ${filter}`,
    `(${step['Actual Rows']} rows × ${step['Actual Loops']})`,
  ]
  return [lines.filter(Boolean).join(' '), ...Plans.map((part) => drawn(part, depth + 1))].join('\n')
}
