import type { Actor } from '@/lib/domain/actor'
import { query } from './database'

/** What an export took. `ofCopy` is its rate divided by that of PostgreSQL's own `COPY` of like columns. */
type Exported = { format: string; rows: number; rowsPerSecond: number; ofCopy: number; memory: number }

/** Exports all recommendations in each format, without sending them. `memory` is in megabytes, above that before. */
export async function timeExports(url: string): Promise<Exported[]> {
  const copied = await timeCopy(url)
  const { exportFormats, exportList } = await import('@/lib/register/export')
  const { paramsOf, readFilters } = await import('@/lib/register/filters')
  const { rows: users } = await query(url, `select id from users where email = 'coordinator@bench.example.org'`)
  const actor: Actor = { id: users[0].id, role: 'coordinator', organizationIds: [] }
  const filters = readFilters(paramsOf({}))
  if (!filters.ok) throw new Error('No filters.')

  const results: Exported[] = []
  for (const format of exportFormats) {
    const file = await exportList(actor, { filters: filters.value, rows: 'recommendations', format })
    if (!file.ok) throw new Error(`No export: ${file.code}.`)
    globalThis.gc?.()
    const before = process.memoryUsage().rss
    let most = before
    const began = performance.now()
    for await (const _ of file.value.parts) most = Math.max(most, process.memoryUsage().rss)
    const seconds = (performance.now() - began) / 1000
    const rate = copied.rows / seconds
    const memory = (most - before) / 1024 ** 2
    results.push({ format, rows: copied.rows, rowsPerSecond: rate, ofCopy: rate / copied.rowsPerSecond, memory })
  }
  return results
}

/** Times `COPY` to nowhere of the columns of the export. */
async function timeCopy(url: string) {
  const began = performance.now()
  const { rowCount } = await query(url, `copy (${columns}) to '/dev/null' (format csv)`)
  const rows = rowCount ?? 0
  return { rows, rowsPerSecond: rows / ((performance.now() - began) / 1000) }
}

const columns = `
  select r.key, d.code, d.title, p.label, r.title, r.quote, r.kind, r.status, r.next_due_on,
    (select string_agg(o.name || ' (' || a.status || ')', '; ' order by o.name, a.id)
     from assignments a join organizations o on o.id = a.organization_id where a.recommendation_id = r.id) as organizations,
    (select string_agg(ad.words, '; ' order by ad.position) from addressees ad where ad.recommendation_id = r.id) as addressees,
    (select string_agg(rt.theme, '; ' order by rt.theme) from recommendation_themes rt where rt.recommendation_id = r.id) as themes
  from recommendations r
  join documents d on d.id = r.document_id
  join paragraphs p on p.id = r.paragraph_id`

export const exportLine = ({ format, rows, rowsPerSecond, ofCopy, memory }: Exported) =>
  `export ${format}: ${rows} rows, ${Math.round(rowsPerSecond)} rows/s, ${ofCopy.toFixed(2)} of COPY, ${Math.round(memory)} MB more memory`
