import { beforeAll, expect, test } from 'vitest'
import { listCandidates } from '@/lib/imports/contents'
import { editImport } from '@/lib/imports/edit-import'
import { listImports } from '@/lib/imports/queries'
import { readImports } from '@/lib/imports/read-imports'
import { receiveImport, receiveText } from '@/lib/imports/receive-import'
import { config } from '@/lib/platform/config'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImport, importThere } from '../support/given-import'
import { refusalOf } from '../support/refusal'
import { storedIn, uploadOf } from '../support/uploads'

const { amina, chen, faisal } = people

beforeAll(givenPeople)

test('a file is read, and its sentences wait for a decision', async () => {
  const text = `1. States should train judges.\n\n2. The weather of ${newId()} was good.`
  const { id, address } = valueIn(await receiveImport(chen, {}, uploadOf(text, 'report of may.txt')))
  expect(await importThere(id)).toMatchObject({ state: 'queued', name: 'report of may.txt', paragraphs: [] })

  await readImports()

  const there = await importThere(id)
  expect(address).toBe(`/imports/${id}`)
  expect(there).toMatchObject({ state: 'review', progress: 1, format: 'text', document: { title: 'report of may' } })
  expect(there.paragraphs[0]).toEqual({ ordinal: 1, part: 1, label: '1', text: 'States should train judges.' })
  expect(there.candidates[0]).toMatchObject({
    paragraph: 1,
    start: 0,
    end: 27,
    quote: 'States should train judges.',
    title: 'Train judges',
    kind: 'action',
    decision: 'suggested',
    version: 1,
  })
  expect(there.candidates).toHaveLength(1)
  expect(there.sections).toEqual([{ section: 1, from: 1, to: 2, offered: 0, suggested: 1, accepted: 0, rejected: 0 }])
})

test('details that stand in the text are suggested until a person saves them, and never replace what was typed', async () => {
  const lines = ['A/HRC/99/15', '', 'Human Rights Council', '', 'Kisumu, 4–8 May 2026', '', 'Safe mountain roads', '']
  const text = [...lines, `1. States should see to it that the roads of ${newId()} are safe in the year.`].join('\n')
  const { id } = valueIn(await receiveImport(chen, {}, uploadOf(text, 'x1.txt', { symbol: 'A/1' })))
  await readImports()

  const read = await importThere(id)
  expect(read).toMatchObject({
    document: {
      title: 'Safe mountain roads',
      symbol: 'A/1',
      body: 'Human Rights Council',
      date: '2026-05-08',
      language: 'en',
    },
    found: ['title', 'body', 'date', 'language'],
  })

  expect(valueIn(await editImport(chen, { id, version: read.version, title: 'Safe roads' }))).not.toHaveProperty(
    'found',
  )
  const { document, version } = await importThere(id)
  expect(document).toEqual({ ...read.document, title: 'Safe roads' })
  expect(await editImport(chen, { id, version, title: 'Safe roads' })).toMatchObject({ ok: true, changed: false })
})

test('the same content again leads to the earlier import, and is imported twice only on request', async () => {
  const text = `1. States should ${newId()}.`
  const first = valueIn(await receiveImport(chen, {}, uploadOf(text)))
  const stored = await storedIn(config.DATA_DIR)
  expect(valueIn(await receiveText(faisal, { text }))).toEqual({ ...first, earlier: true })
  expect(await storedIn(config.DATA_DIR)).toEqual(stored)

  const again = valueIn(await receiveText(faisal, { text, again: 'yes' }))
  expect(again.id).not.toBe(first.id)
})

test('a repeated request imports once, and other content under its ID is refused', async () => {
  const [id, text] = [newId(), `1. States should ${newId()}.`]
  expect(await receiveText(chen, { id, text })).toMatchObject({ ok: true, changed: true })
  expect(await receiveText(chen, { id, text })).toMatchObject({ ok: true, changed: false, value: { id } })
  expect(refusalOf(await receiveText(chen, { id, text: 'Other words.' }))).toBe('import_sent_before')
})

const files = [
  { rule: 'an empty file', content: '', code: 'file: file_empty' },
  { rule: 'an unknown field', content: 'Text.', fields: { state: 'review' }, code: 'state: field_unknown' },
]
for (const { rule, content, fields = {}, code } of files) {
  test(`${rule} is refused, and nothing of it stays`, async () => {
    const before = await storedIn(config.DATA_DIR)
    const count = await db.import.count()
    expect(refusalOf(await receiveImport(chen, {}, uploadOf(content, 'x.txt', fields)))).toBe(code)
    expect(await db.import.count()).toBe(count)
    expect(await storedIn(config.DATA_DIR)).toEqual(before)
  })
}

test('a file of another kind fails with a reason', async () => {
  const { id } = valueIn(await receiveImport(chen, {}, uploadOf(`GIF89a\u0001\u0000\u0001${newId()}`, 'x.txt')))
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'failed', error: { code: 'file_type_unknown' } })
})

test('a web page is read by what it contains, and a pasted text always as text', async () => {
  const page = `<!doctype html><title>A report</title><p>1. States should train ${newId()}.</p>`
  const file = valueIn(await receiveImport(chen, {}, uploadOf(page, 'report.txt')))
  const pasted = valueIn(await receiveText(chen, { text: `${page}\n\n1. States should act.` }))
  await readImports()
  expect(await importThere(file.id)).toMatchObject({ format: 'html', document: { title: 'A report' } })
  expect(await importThere(pasted.id)).toMatchObject({ format: 'pasted' })
})

test('a text without paragraphs fails with a reason', async () => {
  const { id } = valueIn(await receiveText(chen, { text: '5', again: 'yes' }))
  await readImports()
  expect(await importThere(id)).toMatchObject({ state: 'failed', error: { code: 'import_without_text' } })
})

test('all who keep the record see all imports, and nobody else does', async () => {
  const { id } = await givenImport()
  const { items } = valueIn(await listImports(faisal, { limit: 1, state: 'review' }))
  expect(items[0]?.id).toBe(id)
  expect(refusalOf(await listImports(amina))).toBe('import_forbidden')
  expect(refusalOf(await listCandidates(amina, id, { limit: 5 }))).toBe('import_forbidden')
})

test('candidates name the organizations, days and reasons that the rules find', async () => {
  const text = `Recommendations\n\n1. The ${organizations.health.name} should train judges by the end of 2027.\n\n2. On ${newId()}.`
  const { id } = valueIn(await receiveImport(chen, {}, uploadOf(text)))
  await readImports()
  const { name, slug } = organizations.health
  expect((await importThere(id)).candidates).toMatchObject([
    {
      title: 'Train judges by the end of 2027',
      dueOn: '2027-12-31',
      addressees: [{ name, organization: { slug }, match: 'linked' }],
      reasons: [{ rule: 'section' }, { rule: 'who_should' }],
    },
  ])
})
