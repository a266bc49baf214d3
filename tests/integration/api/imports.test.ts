import { beforeAll, expect, test } from 'vitest'
import { POST as receive } from '@/app/api/v1/documents/import/route'
import { POST as accept } from '@/app/api/v1/imports/[id]/accept/route'
import { POST as merge } from '@/app/api/v1/imports/[id]/candidates/[candidate]/merge/route'
import { PATCH as decide } from '@/app/api/v1/imports/[id]/candidates/[candidate]/route'
import { POST as split } from '@/app/api/v1/imports/[id]/candidates/[candidate]/split/route'
import { POST as add, GET as candidates } from '@/app/api/v1/imports/[id]/candidates/route'
import { POST as publish } from '@/app/api/v1/imports/[id]/publish/route'
import { PATCH as edit, GET as one } from '@/app/api/v1/imports/[id]/route'
import { POST as withdraw } from '@/app/api/v1/imports/[id]/withdraw/route'
import { GET as list } from '@/app/api/v1/imports/route'
import { readImports } from '@/lib/imports/read-imports'
import { newId } from '@/lib/platform/id'
import { call } from '../../support/api'
import { givenPeople } from '../../support/given'
import { givenImport } from '../../support/given-import'

beforeAll(givenPeople)

/** Sends a form as a browser or a program does. */
async function upload(content: string, as: 'chen' | 'amina', fields: Record<string, string> = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([content]), 'report.txt')
  const whole = new Response(form)
  const headers = { 'content-type': whole.headers.get('content-type') ?? '' }
  return call(receive, {}, { as, headers, body: await whole.text() })
}

test('from a file to a document: 202, then review, then published', async () => {
  const code = `R-${newId().toUpperCase()}`
  const text = `A. Conclusions\n\n1. States should train judges. They met in ${code}.\n\n(a) Text of a part;`
  const sent = await upload(text, 'chen', { title: 'A report', language: 'en' })
  expect(sent).toMatchObject({ status: 202, body: { id: expect.any(String), address: `/imports/${sent.body.id}` } })
  const { id } = sent.body
  expect(await call(one, { id }, { as: 'chen' })).toMatchObject({ status: 200, body: { state: 'queued', progress: 0 } })

  await readImports()

  const { body } = await call(one, { id }, { as: 'chen' })
  expect(body).toMatchObject({
    ...{ state: 'review', progress: 1, next: null },
    document: { title: 'A report', language: 'en' },
    paragraphs: [
      { label: '1', heading: 'A. Conclusions' },
      { label: '(a)', parent: 1 },
    ],
    candidates: [{ paragraph: 1, start: 0, end: 27, decision: 'suggested', version: 1 }],
    removed: [],
  })
  const decision = { version: 1, decision: 'accepted' }
  const [{ id: candidate }] = body.candidates
  expect(await call(decide, { id, candidate }, { as: 'chen', body: decision })).toMatchObject({
    status: 200,
    body: { id: candidate, decision: 'accepted', version: 2 },
  })
  expect(
    await call(decide, { id, candidate }, { as: 'chen', body: { ...decision, decision: 'rejected' } }),
  ).toMatchObject({
    status: 409,
    body: { code: 'candidate_changed', current: { decision: 'accepted', version: 2 } },
  })
  expect(await call(publish, { id }, { as: 'chen', body: { code } })).toMatchObject({
    status: 200,
    body: { state: 'published', published: { code } },
  })
})

test('a pasted text is taken as JSON, and the same Idempotency-Key takes it once', async () => {
  const body = { text: `1. States should ${newId()}.` }
  const headers = { 'idempotency-key': newId() }
  const first = await call(receive, {}, { as: 'chen', body, headers })
  expect(first).toMatchObject({ status: 202 })
  expect(await call(receive, {}, { as: 'chen', body, headers })).toEqual(first)
  expect(await call(receive, {}, { as: 'chen', body: { text: ' ' } })).toMatchObject({ status: 422 })
})

test('without sign-in 401, and below a coordinator 403, whatever is asked', async () => {
  const { id, candidates: found } = await givenImport()
  const candidate = found[0]?.id ?? ''
  const text = { text: `1. States should ${newId()}.` }
  const asked = (as?: 'amina') => {
    const who = as ? { as } : {}
    return [
      call(receive, {}, { ...who, body: text }),
      call(list, {}, who),
      call(one, { id }, who),
      call(one, { id: newId() }, who),
      call(edit, { id }, { ...who, body: { version: 1, title: 'Mine' } }),
      call(candidates, { id }, who),
      call(add, { id }, { ...who, body: { paragraph: 2, start: 4, end: 15 } }),
      call(decide, { id, candidate }, { ...who, body: { version: 1, decision: 'accepted' } }),
      call(split, { id, candidate }, { ...who, body: { version: 1, at: 5 } }),
      call(merge, { id, candidate }, { ...who, body: { version: 1, otherId: candidate, otherVersion: 1 } }),
      call(accept, { id }, { ...who, body: { confidence: 0 } }),
      call(publish, { id }, { ...who, body: { code: 'MINE' } }),
      call(withdraw, { id }, { ...who, body: {} }),
    ]
  }
  for (const { status } of await Promise.all(asked())) expect(status).toBe(401)
  for (const { status } of await Promise.all(asked('amina'))) expect(status).toBe(403)
  expect(await upload('1. States should act.', 'amina')).toMatchObject({ status: 403 })
})

test('what is not there answers 404, and what cannot be read 422', async () => {
  const { id } = await givenImport()
  expect(await call(one, { id: 'nothing' }, { as: 'chen' })).toMatchObject({ status: 404 })
  expect(await call(decide, { id, candidate: newId() }, { as: 'chen', body: { version: 1 } })).toMatchObject({
    status: 404,
  })
  expect(await call(candidates, { id }, { as: 'chen', query: 'section=x' })).toMatchObject({ status: 422 })
  expect(await call(list, {}, { as: 'chen', query: 'state=open' })).toMatchObject({ status: 422 })
  expect(await call(publish, { id }, { as: 'chen', body: { code: 'X Y', accept: 'above' } })).toMatchObject({
    status: 422,
  })
})

test('no answer is larger than a megabyte, and all pages together are complete', async () => {
  const paragraph = (place: number) => `${place + 1}. ${'States should act on this matter of weight now. '.repeat(4)}`
  const { id, counts } = await givenImport({
    text: Array.from({ length: 1_300 }, (_, place) => paragraph(place)).join('\n\n'),
  })
  const { suggested, offered } = counts
  const seen = { paragraphs: 0, candidates: 0, answers: 0 }
  for (let query = ''; ; ) {
    const { body } = await call(one, { id }, { as: 'chen', query })
    expect(Buffer.byteLength(JSON.stringify(body))).toBeLessThan(1_000_000)
    seen.paragraphs += body.paragraphs.length
    seen.candidates += body.candidates.length
    seen.answers++
    if (!body.next) break
    query = `after=${encodeURIComponent(body.next)}`
  }
  expect(seen.paragraphs).toBe(1_301)
  expect(seen.candidates).toBe(suggested + offered)
  expect(suggested).toBe(5_200)
  expect(seen.answers).toBeGreaterThan(2)
  const { body } = await call(candidates, { id }, { as: 'chen', query: 'section=2&limit=200' })
  expect(body.items[0].paragraph).toBe(8)
  expect(body.items.length).toBe(28)
})
