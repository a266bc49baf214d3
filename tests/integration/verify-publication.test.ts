import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { POST as sendFile } from '@/app/(auth)/verify/file/route'
import { GET as verify } from '@/app/api/v1/verify/[code]/route'
import { assign } from '@/lib/assignments/assign'
import { archiveDocument } from '@/lib/documents/archive-document'
import { erase } from '@/lib/erasures/erase'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { at, daysAfter, today } from '@/lib/platform/clock'
import { db, pool } from '@/lib/platform/db'
import { formats, publicationFormats } from '@/lib/publications/formats'
import { makePublications } from '@/lib/publications/make-publications'
import { contentOf } from '@/lib/publications/queries'
import { requestPublication } from '@/lib/publications/request-publication'
import { verifyPublication } from '@/lib/publications/verify-publication'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, organizations, people, valueIn } from '../support/given'

const { amina, chen, faisal } = people

beforeAll(givenPeople)

async function givenPublication(definition: object = {}) {
  const { id, recommendationId } = await givenAssignment({ dueOn: '2026-01-31' })
  const report = { assignmentId: id, progress: 'in_progress', narrative: 'The law was drafted.' }
  const { id: reportId } = valueIn(await reportProgress(amina, report))
  const { document } = await db.recommendation.findUniqueOrThrow({
    where: { id: recommendationId },
    include: { document: true },
  })
  const { code } = valueIn(await requestPublication(chen, { scope: { document: document.code }, ...definition }))
  await makePublications()
  return { code, id, reportId, document: document.code, recommendationId }
}

async function answered(code: string, query = '') {
  const request = new Request(`https://followthrough.example.org/api/v1/verify/${code}${query}`)
  return (await verify(request, { params: Promise.resolve({ code }) })).json()
}

test('a report matches the register after later work, a new name and archiving, however its code is typed', async () => {
  const { code, id, document } = await givenPublication()
  const { seq, hash } = await db.publication.findUniqueOrThrow({ where: { code } })
  const unchanged = { result: 'unchanged', code, seq, hash, erased: 0, differences: [] }
  expect(await answered(code)).toMatchObject(unchanged)

  valueIn(await reportProgress(amina, { assignmentId: id, progress: 'implemented', narrative: 'In force.' }))
  const { version } = await db.organization.findUniqueOrThrow({ where: { id: organizations.health.id } })
  valueIn(await renameOrganization(chen, { slug: organizations.health.slug, name: 'Health Ministry', version }))
  valueIn(await archiveDocument(chen, { code: document }))
  expect(await answered(code.toLowerCase().replaceAll('-', ' '))).toMatchObject(unchanged)
})

test('a report of a past day matches what the register keeps of that day, until something is dated before its end', async () => {
  const day = today()
  const { id, document } = await givenPublication()
  const code = await at(`${daysAfter(day, 1)}T12:00:00Z`, async () => {
    valueIn(await reportProgress(amina, { assignmentId: id, progress: 'implemented', narrative: 'In force.' }))
    const { code } = valueIn(await requestPublication(chen, { scope: { document }, asOf: day }))
    await makePublications()
    return code
  })
  expect(await answered(code)).toMatchObject({ result: 'unchanged', asOf: day })

  const { key } = await db.recommendation.findFirstOrThrow({ where: { document: { code: document } } })
  valueIn(await assign(chen, { key, organization: organizations.finance.slug }))
  expect(await answered(code)).toMatchObject({
    result: 'no_longer_matches',
    differences: [
      { name: 'organizations', was: 1, is: 2 },
      { name: 'assignments', was: 1, is: 2 },
      { name: 'assignments.not_started', was: 0, is: 1 },
    ],
  })
})

test('the erased texts that a report quotes are counted, and its figures stay confirmed', async () => {
  const { code, id, reportId } = await givenPublication()
  const byLaw = { reason: 'The person asked for it.', confirm: true }
  valueIn(await erase(faisal, { noun: 'assignment', id, items: [reportId], ...byLaw }))
  const { result, erased, message } = await answered(code)
  expect({ result, erased }).toEqual({ result: 'texts_erased', erased: 1 })
  expect(message).toMatch(/1.? text.? that this report quotes has been erased since/)
})

test('a register that was changed behind its back says which figure differs', async () => {
  const { code, id } = await givenPublication()
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`
    await tx.$executeRaw`update assignment_versions set status = 'verified' where id = ${id}::uuid`
  })
  expect(await answered(code)).toMatchObject({
    result: 'no_longer_matches',
    differences: [
      { name: 'assignments.in_progress', label: 'In progress', was: 1, is: 0 },
      { name: 'assignments.verified', was: 0, is: 1 },
      { name: 'assignments.overdue', was: 1, is: 0 },
    ],
  })
})

test('a content that is not the one of the history no longer matches', async () => {
  const { code } = await givenPublication()
  await pool.query('alter table publications disable trigger publications_stand')
  await pool.query(`update publications set content = replace(content, 'States', 'Others') where code = $1`, [code])
  await pool.query('alter table publications enable trigger publications_stand')
  expect(await answered(code)).toMatchObject({ result: 'no_longer_matches', differences: [{ name: 'history' }] })
})

test('what is no code of a report, and a report that is not made yet, was not issued', async () => {
  const { document } = await givenPublication()
  const { code } = valueIn(await requestPublication(chen, { scope: { document } }))
  for (const typed of [code, '0000-0000-0000-0000', 'nonsense', `${'x'.repeat(5000)}`]) {
    expect(Object.keys(await answered(typed))).toEqual(['result', 'message'])
    expect(await answered(typed)).toMatchObject({ result: 'not_issued' })
  }
  await makePublications()
})

async function fileOf(code: string, format: (typeof publicationFormats)[number]) {
  const parts = []
  for await (const part of formats[format].parts(valueIn(await contentOf(chen, code)))) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('each file of a report is recognised, and none that was changed or belongs to another report', async () => {
  const [one, other] = [await givenPublication(), await givenPublication()]
  for (const format of publicationFormats) {
    const file = await fileOf(one.code, format)
    const { code } = one
    expect(await answered(code, `?sha256=${sha256Of(file)}`)).toMatchObject({ result: 'unchanged', format })
    const changed = Buffer.concat([file, Buffer.from(' ')])
    expect(await answered(code, `?sha256=${sha256Of(changed)}`)).toMatchObject({ result: 'not_issued' })
    expect(await answered(other.code, `?sha256=${sha256Of(file)}`)).toMatchObject({ result: 'not_issued' })
  }
  const json = sha256Of(await fileOf(one.code, 'json'))
  expect(await verifyPublication({ sha256: json })).toMatchObject({ result: 'unchanged', code: one.code })
  expect(await verifyPublication({ sha256: json.toUpperCase() })).toMatchObject({ result: 'unchanged' })
  expect(await verifyPublication({ sha256: 'f'.repeat(64) })).toMatchObject({ result: 'not_issued' })
  expect(await verifyPublication({ sha256: "'; drop" })).toMatchObject({ result: 'not_issued' })
})

async function sent(file: Buffer | undefined, typed = '') {
  const body = new FormData()
  body.set('code', typed)
  body.set('file', file ? new File([Uint8Array.from(file)], 'report.html') : new File([], ''))
  const request = new Request('https://followthrough.example.org/verify/file', { method: 'POST', body })
  const { status, headers } = await sendFile(request)
  expect(status).toBe(303)
  return new URL(headers.get('location') ?? '').pathname + new URL(headers.get('location') ?? '').search
}

test('a form with a file leads to the report whose code is in it, and one with a code to that report', async () => {
  const { code } = await givenPublication()
  const html = await fileOf(code, 'html')
  expect(await sent(html)).toBe(`/verify/${code}?sha256=${sha256Of(html)}`)
  const csv = await fileOf(code, 'csv')
  expect(await sent(csv)).toBe(`/verify?sha256=${sha256Of(csv)}`)
  expect(await sent(csv, ` ${code} `)).toBe(`/verify/${code}?sha256=${sha256Of(csv)}`)
  expect(await sent(undefined, 'a/b')).toBe('/verify/a%2Fb')
  expect(await sent(undefined)).toBe('/verify')
  const broken = new Request('https://followthrough.example.org/verify/file', { method: 'POST', body: 'x' })
  expect((await sendFile(broken)).status).toBe(303)
})
