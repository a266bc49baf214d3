import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { at } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { pastDayOf, showing } from '@/lib/platform/shown-day'
import { exportList } from '@/lib/register/export'
import { exportHeader } from '@/lib/register/export-about'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { listAsJson } from '@/lib/register/list'
import { addDocument } from '@/lib/registration/add-document'
import { reportProgress } from '@/lib/reports/report-progress'
import { exported } from '../support/exported'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { rowsOfWorkbook } from '../support/rows-of-workbook'

const { amina, chen } = people

beforeAll(givenPeople)

const filtersOf = (input: Parameters<typeof paramsOf>[0]) => valueIn(readFilters(paramsOf(input)))

const text = '=1+1 "States" should act.'

async function givenDocument() {
  const document = `EXPORT-${newId().toUpperCase()}`
  const paragraphs = [{ label: '1', text }]
  const recommendations = [{ paragraph: '1', start: 0, end: text.length }]
  valueIn(await addDocument(chen, { code: document, title: 'Report', paragraphs, recommendations }))
  const key = `${document}-1.1`
  const { id } = valueIn(await assign(chen, { key, organization: organizations.health.slug, dueOn: '2030-03-01' }))
  return { document, key, assignmentId: id }
}

test('all formats have the same rows, and say what they are of', async () => {
  const { document, key } = await givenDocument()
  const filters = filtersOf({ document })
  const csv = await exported(chen, filters, 'csv')
  const xlsx = await exported(chen, filters, 'xlsx')
  const json = await exported(chen, filters, 'json')

  const [titles, row] = rowsOfWorkbook(xlsx.content, 0)
  expect(csv.content.toString()).toContain(titles?.join(','))
  expect(row?.slice(0, 2)).toEqual([key, document])
  // A cell of a workbook is a text whatever it begins with, so the quote is exact there.
  expect(row).toContain(text)
  const parsed = JSON.parse(json.content.toString())
  expect(parsed.items).toEqual(JSON.parse(valueIn(await listAsJson(chen, filters))).items)

  const last = await db.event.findFirstOrThrow({ orderBy: { seq: 'desc' } })
  const about = { seq: Number(last.seq), hash: last.hash, madeBy: { id: chen.id, name: 'chen' } }
  for (const file of [csv, xlsx, json])
    expect(file.about).toMatchObject({ ...about, scope: expect.stringContaining(document) })
  expect(parsed.export).toEqual(json.about)
  expect(csv.name).toBe(`recommendations-as-of-${csv.about.asOf}-event-${last.seq}-${last.hash.slice(0, 8)}.csv`)
  expect(exportHeader(csv.about)).toContain(`seq=${last.seq}; hash=${last.hash}; as-of=${csv.about.asOf}; made-at=`)
  const words = rowsOfWorkbook(xlsx.content, 1).flat()
  for (const word of [last.hash, String(last.seq), xlsx.about.address]) expect(words).toContain(word)
})

test('a file shows one moment, whatever changes while it is read', async () => {
  const { document, assignmentId } = await givenDocument()
  const file = valueIn(
    await exportList(chen, { filters: filtersOf({ document }), rows: 'assignments', format: 'json' }),
  )
  valueIn(await reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }))
  let content = ''
  for await (const part of file.parts) content += part
  const { items, export: about } = JSON.parse(content)
  expect(items).toMatchObject([{ assignment: { status: 'not_started' } }])
  const { seq } = await db.event.findFirstOrThrow({ orderBy: { seq: 'desc' } })
  expect(Number(seq)).toBeGreaterThan(about.seq)
})

test('a file of a past day shows that day, and says so in its last column', async () => {
  const { document, assignmentId } = await at('2026-02-01T09:00:00Z', givenDocument)
  await at('2026-02-10T09:00:00Z', () =>
    reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Begun.' }),
  )
  const filters = filtersOf({ document })
  const { content, about } = await showing(pastDayOf('2026-02-05'), () =>
    exported(chen, filters, 'xlsx', 'assignments'),
  )
  const [titles, row] = rowsOfWorkbook(content, 0)
  expect(titles?.at(-1)).toBe('State at the end of')
  expect(row?.at(-1)).toBe('2026-02-05')
  expect(row).toContain('Not started')
  expect(about).toMatchObject({ asOf: '2026-02-05', address: expect.stringContaining('as-of=2026-02-05') })
})

test('a receiver that goes away leaves no transaction open', async () => {
  const { document } = await givenDocument()
  const open = async () => {
    const { rows } = await pool.query(`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`)
    return rows[0].n
  }
  const before = await open()
  const wanted = { filters: filtersOf({ document }), rows: 'recommendations', format: 'xlsx' } as const
  const files = await Promise.all([1, 2].map(async () => valueIn(await exportList(people.dita, wanted))))
  expect(await open()).toBe(before + 2)
  for (const { parts } of files) await parts.return(undefined)
  await expect.poll(open).toBe(before)
})
