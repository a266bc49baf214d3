import { beforeAll, expect, test } from 'vitest'
import { GET as one } from '@/app/api/v1/documents/[code]/route'
import { findDocumentPart } from '@/lib/documents/document-part'
import { findDocument } from '@/lib/documents/queries'
import { publishImport } from '@/lib/imports/publish-import'
import { newId } from '@/lib/platform/id'
import { addDocument } from '@/lib/registration/add-document'
import { call } from '../support/api'
import { givenPeople, people, valueIn } from '../support/given'
import { givenReviewed } from '../support/given-import'

const { amina, chen } = people

const long = 'States should act without delay. '.repeat(60).trim()
let code: string

beforeAll(async () => {
  await givenPeople()
  code = `LONG-${newId().toUpperCase()}`
  const paragraphs = Array.from({ length: 300 }, (_, place) => ({ label: `${place + 1}`, text: long }))
  const recommendations = [{ paragraph: '250', start: 33, end: 65 }]
  valueIn(await addDocument(chen, { code, title: 'Long', paragraphs, recommendations }))
})

type Answer = { status: number; body: { paragraphs: { label: string }[]; next: string | null } }

test('a long document is read part by part through the API, and nothing is missing or repeated', async () => {
  const first = await call(one, { code }, { as: 'amina' })
  expect(JSON.stringify(first.body).length).toBeLessThan(500_000)
  const labels: string[] = []
  let after: string | null = ''
  for (let answers = 0; after !== null && answers < 10; answers++) {
    const answer: Answer = await call(one, { code }, { as: 'amina', query: after && `after=${after}` })
    const { status, body } = answer
    expect(status).toBe(200)
    labels.push(...body.paragraphs.map(({ label }) => label))
    after = body.next
  }
  expect(labels).toEqual(Array.from({ length: 300 }, (_, place) => `${place + 1}`))
  expect(await call(one, { code }, { as: 'amina', query: 'after=x' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'after', code: 'after_unreadable' }] },
  })
})

test('a short document is one answer', async () => {
  const { id, code } = await givenReviewed()
  valueIn(await publishImport(chen, { id, code }))
  expect(await findDocument(amina, code)).toMatchObject({ next: null })
})

const opened = async (wanted: Parameters<typeof findDocumentPart>[2]) => {
  const part = await findDocumentPart(amina, code, wanted)
  return part && [part.open.part, part.paragraphs[0]?.ordinal, part.paragraphs.at(-1)?.ordinal]
}

test('the part is opened that holds a paragraph, a sentence or a recommendation, and else the first', async () => {
  expect(await opened({})).toEqual([1, 1, 25])
  expect(await opened({ part: 2 })).toEqual([2, 26, 50])
  expect(await opened({ to: '60' })).toEqual([3, 51, 75])
  expect(await opened({ to: '60.3' })).toEqual([3, 51, 75])
  expect(await opened({ to: 'p63' })).toEqual([3, 51, 75])
  expect(await opened({ to: '250.2' })).toEqual([10, 226, 250])
  expect(await opened({ ordinal: 300, to: '1' })).toEqual([12, 276, 300])
  for (const nowhere of [{ part: 99 }, { to: 'nowhere' }, { to: 'nul\0' }, { to: 'p999' }]) {
    expect(await opened(nowhere)).toEqual([1, 1, 25])
  }
  expect(await findDocumentPart(amina, 'NO-SUCH', {})).toBeUndefined()
})

const annexed = `Annex I

1. States should train judges.1 They should report.

___________
1 See the report of the Secretary-General.`

test('the sections and the notes that an import found are kept with the paragraphs', async () => {
  const { id, code, paragraphs } = await givenReviewed({ text: annexed })
  valueIn(await publishImport(chen, { id, code }))
  const stored = (await findDocumentPart(amina, code))?.paragraphs
  const kept = ({ section, page, notes }: { section?: string; page?: number; notes?: unknown }) => ({
    section,
    page,
    notes,
  })
  expect(stored?.map(kept)).toEqual(paragraphs.map(kept))
  expect(stored?.[0]?.notes).toMatchObject([{ mark: '1', text: 'See the report of the Secretary-General.' }])
})
