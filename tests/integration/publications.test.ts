import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { addLink } from '@/lib/evidence/add-link'
import { sha256 } from '@/lib/history/events'
import { at, daysAfter, today } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { canonicalJson } from '@/lib/publications/canonical-json'
import { formats, publicationFormats } from '@/lib/publications/formats'
import { makePublications } from '@/lib/publications/make-publications'
import type { Publication } from '@/lib/publications/publication-shape'
import { contentOf, findPublication, listPublications } from '@/lib/publications/queries'
import { generateAgain, requestPublication } from '@/lib/publications/request-publication'
import { lease, takePublication } from '@/lib/publications/take-publication'
import { reportProgress } from '@/lib/reports/report-progress'
import { saveReportDraft } from '@/lib/reports/save-draft'
import { givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'

const { amina, chen, dita } = people
const { health, finance } = organizations

beforeAll(givenPeople)

/** A recommendation of its own document, with two assignments, one of them reported on. */
async function givenReported(narrative = 'The law was <b>passed</b>.') {
  const { key, documentId } = await givenRecommendation()
  const { code: document } = await db.document.findUniqueOrThrow({ where: { id: documentId } })
  const dueOn = { dueOn: '2026-01-31', confirmPast: true }
  const { id: assignmentId } = valueIn(await assign(chen, { key, organization: health.slug, ...dueOn }))
  valueIn(await assign(chen, { key, organization: finance.slug, ...dueOn }))
  valueIn(await reportProgress(amina, { assignmentId, progress: 'in_progress', narrative }))
  return { key, document, assignmentId }
}

async function generated(definition: object) {
  const { code } = valueIn(await requestPublication(chen, definition))
  await makePublications()
  const { content, text } = valueIn(await contentOf(dita, code))
  return { code, content, text, publication: valueIn(await findPublication(dita, code)) }
}

async function written(given: Awaited<ReturnType<typeof generated>>) {
  const files: Record<string, string> = {}
  for (const format of publicationFormats) {
    files[format] = ''
    for await (const part of formats[format].parts(given)) files[format] += part
  }
  return files
}

test('a report is frozen with its figures, the last event and its hash, and the history tells it', async () => {
  const { document, key } = await givenReported()
  const made = await generated({ scope: { document } })

  const last = await db.event.findFirstOrThrow({
    where: { kind: { not: 'publication.generated' } },
    orderBy: { seq: 'desc' },
  })
  expect(made.publication).toMatchObject({
    ...{ state: 'ready', progress: 1, seq: Number(last.seq), hash: last.hash, sha256: sha256(made.text) },
    by: { id: chen.id },
  })
  const figures = Object.fromEntries(made.publication.figures?.map(({ name, value }) => [name, value]) ?? [])
  expect(figures).toMatchObject({
    ...{ recommendations: 1, assignments: 2, organizations: 2, 'assignments.overdue': 2 },
    ...{ 'assignments.in_progress': 1, 'assignments.not_started': 1 },
  })
  expect(made.text).toBe(canonicalJson(made.content))
  const files = await written(made)
  expect(files.html).toContain('The law was &lt;b&gt;passed&lt;/b&gt;.')
  expect(files.html).not.toMatch(/<script|undefined|\[object/)
  expect(files.csv).toContain(`${key},Ministry of Health`)
  expect(files.json).toBe(made.text)
  expect(await written(made)).toEqual(files)
  expect(await db.event.count({ where: { kind: 'publication.generated' } })).toBe(1)
})

test('a report that was made cannot be changed or deleted', async () => {
  const { document } = await givenReported()
  const { code } = await generated({ scope: { document } })
  await expect(pool.query(`update publications set title = 'Other' where code = '${code}'`)).rejects.toThrow(/stand/)
  await expect(pool.query(`delete from publications where code = '${code}'`)).rejects.toThrow(/stay/)
})

test('neither a draft nor evidence for one organization is in a report, and a public one has no report', async () => {
  const { document, assignmentId } = await givenReported('Openly said.')
  const secret = { assignmentId, narrative: 'Draftword' }
  valueIn(await saveReportDraft(amina, secret))
  const link = { assignmentId, url: 'https://example.org/a' }
  valueIn(await addLink(amina, { ...link, title: 'Ownword' }))
  valueIn(await addLink(amina, { ...link, url: 'https://example.org/b', title: 'Sharedword', audience: 'internal' }))

  const internal = await written(await generated({ scope: { document } }))
  expect(internal.html).toContain('Sharedword')
  expect(JSON.stringify(internal)).not.toMatch(/Draftword|Ownword/)
  const open = JSON.stringify(await written(await generated({ scope: { document }, content: 'public' })))
  expect(open).toContain('States should cooperate.')
  expect(open).not.toMatch(/Draftword|Ownword|Sharedword|Openly said/)
})

test('a report of a past day shows the state at its end, and is generated again with the present one', async () => {
  const { document, assignmentId } = await givenReported()
  const [day, tomorrow] = [today(), daysAfter(today(), 1)]
  const { past, code } = await at(`${tomorrow}T10:00:00Z`, async () => {
    valueIn(await reportProgress(amina, { assignmentId, progress: 'implemented', narrative: 'Done.' }))
    const past = await generated({ scope: { document }, asOf: day })
    const { code } = valueIn(await generateAgain(chen, { code: past.code }))
    await makePublications()
    return { past, code }
  })
  expect(past.content.issue.asOf).toBe(day)
  expect(implementedIn(past.publication)).toBe(0)
  const again = valueIn(await findPublication(dita, code))
  expect(again.asOf).toBe(tomorrow)
  expect(implementedIn(again)).toBe(1)
})

const implementedIn = ({ figures = [] }: Publication) =>
  figures.find(({ name }) => name === 'assignments.implemented')?.value

test('a dossier has everything that was reported, in the words of those who wrote it', async () => {
  const { key, assignmentId } = await givenReported('First words.')
  valueIn(await reportProgress(amina, { assignmentId, progress: 'implemented', narrative: 'Last words.' }))
  const { content } = await generated({ scope: { recommendation: key } })
  const quotes = content.blocks.flatMap((block) => (block.type === 'quote' ? [block.text] : []))
  expect(quotes).toEqual(['States should cooperate.', 'First words.', 'Last words.'])
})

test('a report whose process was killed is made again, by the next one that looks', async () => {
  const { document } = await givenReported()
  const { code } = valueIn(await requestPublication(chen, { scope: { document } }))
  await takePublication()
  await makePublications()
  expect(valueIn(await findPublication(dita, code)).state).toBe('making')
  await at(new Date(Date.now() + lease + 1000).toISOString(), () => makePublications())
  expect(valueIn(await findPublication(dita, code)).state).toBe('ready')
})

test('a request is refused for what is not there, and counts once', async () => {
  for (const scope of [{ document: 'NOWHERE' }, { recommendation: 'NOWHERE-1' }, { theme: 'a', recommendation: 'b' }]) {
    expect(await requestPublication(chen, { scope })).toMatchObject({ ok: false, reason: 'invalid' })
  }
  expect(await requestPublication(chen, { asOf: '2999-01-01' })).toMatchObject({ ok: false })
  const { document } = await givenReported()
  const once = { id: newId(), scope: { document } }
  const { code } = valueIn(await requestPublication(chen, once))
  expect(valueIn(await requestPublication(chen, once)).code).toBe(code)
  expect(await requestPublication(chen, { ...once, layout: 'table' })).toMatchObject({
    code: 'publication_sent_before',
  })
  expect((await listPublications(dita)).items).toContainEqual(expect.objectContaining({ code }))
})
