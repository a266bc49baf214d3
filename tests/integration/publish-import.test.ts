import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { assign } from '@/lib/assignments/assign'
import { findDocument } from '@/lib/documents/queries'
import { acceptAbove } from '@/lib/imports/accept-above'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { importedDueDate } from '@/lib/imports/imported-due-date'
import { publishImport } from '@/lib/imports/publish-import'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { Result } from '@/lib/platform/result'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { eventsOf, flawInHistory, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImport, givenReviewed, importThere } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen, faisal } = people

beforeAll(givenPeople)

test('an import is published with what was accepted, once', async () => {
  const { id, code } = await givenReviewed()
  const [one, two] = await Promise.all([publishImport(chen, { id, code }), publishImport(faisal, { id, code })])
  expect([one, two].map((result) => result.ok && result.changed).sort()).toEqual([false, true])
  expect(await importThere(id)).toMatchObject({ state: 'published', published: { code } })

  const document = await findDocument(chen, code)
  expect(document).toMatchObject({ id, title: 'Report', counts: { unassigned: 2 } })
  expect(document?.paragraphs.flatMap(({ recommendations }) => recommendations.map(({ key }) => key))).toEqual([
    `${code}-1.2`,
    `${code}-3.1`,
  ])
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['document.added'])
  expect(refusalOf(await publishImport(chen, { id, code: 'OTHER' }))).toBe('import_published')
  expect(refusalOf(await acceptAbove(chen, { importId: id, confidence: 0 }))).toBe('import_not_in_review')
})

test('what is above a confidence is published without a decision, and assigned to whom it is linked', async () => {
  const { id, candidates, code } = await givenImport()
  const [first, second] = candidates.filter(({ decision }) => decision === 'suggested')
  const addressees = [{ name: 'States', organization: organizations.health.slug }]
  const linked = { importId: id, id: first?.id, version: 1, addressees, dueOn: '2027-12-31' }
  valueIn(await decideCandidate(chen, linked))
  valueIn(await decideCandidate(chen, { importId: id, id: second?.id, version: 1, decision: 'rejected' }))
  expect(refusalOf(await publishImport(chen, { id, code }))).toBe('accept: import_nothing_accepted')

  valueIn(await publishImport(chen, { id, code, accept: 'above', confidence: 0.5, assign: true }))
  const rows = await db.assignment.findMany({
    where: { recommendation: { documentId: id } },
    select: { organizationId: true, dueOn: true, recommendation: { select: { key: true } } },
  })
  const dueOn = new Date('2027-12-31')
  expect(rows).toEqual([{ organizationId: organizations.health.id, dueOn, recommendation: { key: `${code}-1.2` } }])
  expect(await flawInHistory()).toBeUndefined()
})

test('the due dates of an import that assigns nobody are kept for those who assign later', async () => {
  const { id, candidates, code } = await givenImport()
  const [first, second] = candidates.filter(({ decision }) => decision === 'suggested')
  const dated = { importId: id, version: 1, dueOn: '2027-12-31' }
  for (const one of [first, second])
    valueIn(await decideCandidate(chen, { ...dated, id: one?.id, decision: 'accepted' }))
  valueIn(await publishImport(chen, { id, code }))
  const document = { code }
  expect(await importedDueDate(chen, { quote: first?.quote ?? '', document })).toBe('2027-12-31')
  expect(await importedDueDate(people.amina, { quote: first?.quote ?? '', document })).toBeUndefined()
  expect(await importedDueDate(chen, { quote: 'Other words.', document })).toBeUndefined()
})

test('an import with a label that stands above its parts alone is published', async () => {
  const text = '16. (a) States should train judges;\n(b) States should publish a guide.'
  const { id, code } = await givenReviewed({ text })
  valueIn(await publishImport(chen, { id, code }))
  expect((await findDocument(chen, code))?.paragraphs).toMatchObject([
    { label: '16', text: '' },
    { label: '(a)', parent: '16', recommendations: [{ key: `${code}-16a.1` }] },
    { label: '(b)', parent: '16', recommendations: [{ key: `${code}-16b.1` }] },
    { label: '99' },
  ])
})

test('a code that is in use is refused, and the import stays in review', async () => {
  const { code } = await givenReviewed().then(
    async ({ id, code }) => valueIn(await publishImport(chen, { id, code })).published ?? { code },
  )
  const { id } = await givenReviewed()
  expect(refusalOf(await publishImport(chen, { id, code }))).toBe('document_exists')
  expect(await importThere(id)).toMatchObject({ state: 'review' })
})

test('a withdrawn import cannot be reviewed or published, and its content can be imported again', async () => {
  const text = `1. States should ${newId()}.`
  const { id } = valueIn(await receiveText(chen, { text }))
  await readImports()
  expect(valueIn(await withdrawImport(faisal, { id }))).toMatchObject({ state: 'withdrawn' })
  expect(await withdrawImport(faisal, { id })).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await publishImport(chen, { id, code: 'X' }))).toBe('import_withdrawn')
  expect(valueIn(await receiveText(chen, { text })).id).not.toBe(id)
})

async function givenPublished() {
  const { id, code } = await givenReviewed()
  valueIn(await publishImport(chen, { id, code }))
  return { id, code }
}

test('a published import is withdrawn with its document while nobody has worked on it, once', async () => {
  const { id, code } = await givenPublished()
  const results = await Promise.all([withdrawImport(chen, { id }), withdrawImport(faisal, { id })])
  expect(results.map((result) => result.ok && result.changed).sort()).toEqual([false, true])
  expect(await importThere(id)).toMatchObject({ state: 'withdrawn' })
  expect(await findDocument(chen, code)).toMatchObject({ archivedAt: expect.any(String), counts: {} })
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['document.added', 'document.archived'])
  expect(await db.removedRecommendation.count({ where: { documentId: id } })).toBe(2)
  expect(refusalOf(await publishImport(chen, { id, code }))).toBe('import_withdrawn')
  expect(await flawInHistory()).toBeUndefined()
})

const work: Record<string, (key: string, code: string) => Promise<Result<unknown>>> = {
  'an assignment': (key) => assign(chen, { key, organization: organizations.health.slug }),
  'an annotation': (key) => annotate(chen, { key, body: 'Who reports?' }),
  'a new title': (key) => editRecommendation(chen, { key, version: 1, title: 'Another title' }),
  'a further recommendation': (_, code) => addRecommendation(chen, { code, paragraph: 2, start: 4, end: 15 }),
}
for (const [what, change] of Object.entries(work)) {
  test(`${what} keeps a published import from being withdrawn`, async () => {
    const { id, code } = await givenPublished()
    valueIn(await change(`${code}-1.2`, code))
    expect(refusalOf(await withdrawImport(chen, { id }))).toBe('import_document_in_use')
    expect(await importThere(id)).toMatchObject({ state: 'published' })
  })
}
