import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { migrate } from '@/lib/cli/migrate'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { earlierImport } from '@/lib/imports/earlier-import'
import { publishImport } from '@/lib/imports/publish-import'
import { missingSelection } from '@/lib/imports/queries'
import { readImports } from '@/lib/imports/read-imports'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { emptyDatabase } from '../support/empty-database'
import { givenPeople, people, valueIn } from '../support/given'
import { importThere } from '../support/given-import'

const { chen, amina } = people

const pasted = 'Conclusions\n\n1. States should act. They agreed.\n\n2. It was noted. They agreed.'

const markOn = (place: number, start: number, quote: string, title = quote) => ({
  ...{ place, start, end: start + quote.length, quote, title },
  kind: 'finding' as const,
})

type Draft = { particulars?: object; pasted?: string; marks?: object[]; id?: string }

/** Keeps drafts in a database as it was before they became imports, and returns the imports that they are now. */
async function migrated(drafts: Draft[], documents: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-drafts-'))
  const [database, url] = await emptyDatabase()
  cpSync('prisma/migrations', folder, { recursive: true })
  for (const later of readdirSync(folder).filter((name) => name >= '20261201010000' && /^\d/.test(name))) {
    rmSync(join(folder, later), { recursive: true })
  }
  await migrate(url, folder)
  rmSync(folder, { recursive: true })

  const person = [chen.id, 'Chen', 'chen@example.org']
  await database.query(`insert into users (id, name, email, role) values ($1, $2, $3, 'coordinator')`, person)
  for (const id of documents) {
    await database.query(`insert into documents (id, code, title) values ($1, $2, 'Report')`, [
      id,
      `R-${id.toUpperCase()}`,
    ])
  }
  for (const { id = newId(), particulars = {}, pasted = '', marks = [] } of drafts) {
    await database.query(
      `insert into document_drafts (id, author_id, particulars, pasted, marks, updated_at)
       values ($1, $2, $3, $4, $5, '2026-03-01T09:00:00Z')`,
      [id, chen.id, particulars, pasted, JSON.stringify(marks)],
    )
  }
  await migrate(url)
  const { rows } = await database.query<{ id: string; state: string; text: string; details: object; selected: object }>(
    'select id, state, text, details, selected, error, sha256, bytes::int from imports order by text desc, id',
  )
  const left = await database.query(`select to_regclass('document_drafts') as drafts`)
  expect(left.rows).toEqual([{ drafts: null }])
  await database.end()
  return rows
}

const [whole, bare, empty] = [newId(), newId(), newId()]
const [published, mixed, unreadable] = [newId(), newId(), newId()]
const code = `DR-${newId().toUpperCase()}`
const act = markOn(0, 0, 'States should act.', 'Act now')
const [moved, gone] = [markOn(0, 0, 'It was noted.', ' '), markOn(1, 14, 'They refused.', 'Refuse')]
const drafts = [
  { id: whole, particulars: { code: 'not a code!', title: 'A draft', place: ' ' }, pasted, marks: [act] },
  { id: bare, particulars: { title: 'Only a title', language: 'en' } },
  { id: empty, particulars: { title: ' ', language: 'en' }, pasted: ' \n' },
  { id: published, pasted: '1. Published.' },
  { id: mixed, particulars: { code, title: 'A draft' }, pasted, marks: [act, moved, gone] },
  { id: unreadable, particulars: { title: 'A draft' }, pasted: '5', marks: [gone] },
]
let rows: Awaited<ReturnType<typeof migrated>> = []

beforeAll(async () => {
  await givenPeople()
  rows = await migrated(drafts, [published])
})

const rowOf = (id: string) => rows.find((row) => row.id === id)

/** Puts a migrated import into the database of this test, where it is read. */
async function readMigrated(id: string) {
  const row = rowOf(id)
  if (!row) throw new Error('The draft is gone.')
  const { state, text, details, selected } = row
  const moment = new Date('2026-03-01T09:00:00Z')
  await db.import.create({
    data: {
      ...{ id, authorId: chen.id, name: '', sha256: 'a'.repeat(64), bytes: 1, text, details },
      ...{ state: state as 'queued', selected, receivedAt: moment, nextAttemptAt: moment },
    },
  })
  await readImports()
  return importThere(id)
}

test('everything typed in a draft is in its import, at the address of the draft', () => {
  expect(rowOf(whole)).toMatchObject({
    ...{ state: 'queued', text: pasted, selected: [act], error: null, bytes: pasted.length },
    details: { code: 'not a code!', title: 'A draft' },
  })
  expect(rowOf(bare)).toMatchObject({
    ...{ state: 'failed', text: '', details: { title: 'Only a title' }, error: { code: 'import_text_missing' } },
  })
  expect(rows.map(({ text }) => text)).toContain('1. Published.')
  for (const id of [empty, published]) expect(rowOf(id)).toBeUndefined()
  expect(rows).toHaveLength(drafts.length - 1)
})

test('what was selected in a draft is accepted once it is read, and published', async () => {
  const there = await readMigrated(mixed)
  expect(there).toMatchObject({ state: 'review', document: { title: 'A draft' }, code })
  expect(there.candidates.filter(({ decision }) => decision === 'accepted')).toMatchObject([
    { paragraph: 1, quote: 'States should act.', title: 'Act now', kind: 'finding', decidedBy: { id: chen.id } },
    { paragraph: 2, quote: 'It was noted.', title: 'It was noted', kind: 'finding' },
  ])
  // What is not in the text is shown beside it, and can be added by hand.
  expect(await missingSelection(there)).toEqual([gone])

  const [first] = there.candidates
  valueIn(await decideCandidate(chen, { importId: mixed, id: first?.id, version: 1, decision: 'suggested' }))
  expect(valueIn(await publishImport(chen, { id: mixed }))).toMatchObject({ published: { code } })
  expect(await db.recommendation.count({ where: { documentId: mixed } })).toBe(1)
})

test('a text that cannot be read is offered to its people again, with its details', async () => {
  const there = await readMigrated(unreadable)
  expect(there).toMatchObject({ state: 'failed' })
  expect(await earlierImport(chen, unreadable)).toEqual({ details: { title: 'A draft' }, text: '5' })
  expect(await earlierImport(amina, unreadable)).toBeUndefined()
  expect(await missingSelection(there)).toEqual([gone])
})
