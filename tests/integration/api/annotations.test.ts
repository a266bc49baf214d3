import { expect, test } from 'vitest'
import { PATCH as edit } from '@/app/api/v1/annotations/[annotation]/route'
import { POST as withdraw } from '@/app/api/v1/annotations/[annotation]/withdraw/route'
import { POST as annotate } from '@/app/api/v1/recommendations/[key]/annotations/route'
import { call } from '../../support/api'
import { givenRecommendation, organizations, people } from '../../support/given'

const { health } = organizations

test('a note on some words is made: 201 with the whole note', async () => {
  const { key } = await givenRecommendation()
  const body = { body: '**Which** States?', audience: 'public', start: 0, end: 6 }
  expect(await call(annotate, { key }, { as: 'bruno', body })).toEqual({
    status: 201,
    type: 'application/json',
    body: {
      id: expect.any(String),
      ...body,
      author: { id: people.bruno.id, name: 'bruno' },
      createdAt: expect.stringMatching(/Z$/),
      version: 1,
    },
  })
})

test('whose organization it is for goes without saying where one belongs to one, and is asked for where not', async () => {
  const { key } = await givenRecommendation()
  const body = { body: 'Among us.', audience: 'organization' }
  const { slug, name } = health
  expect(await call(annotate, { key }, { as: 'amina', body })).toMatchObject({
    status: 201,
    body: { organization: { slug, name } },
  })
  expect(await call(annotate, { key }, { as: 'chen', body })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'organization', code: 'annotation_organization_missing' }] },
  })
  expect(await call(annotate, { key }, { as: 'chen', body: { ...body, organization: slug } })).toMatchObject({
    status: 201,
  })
})

test('one is answered, edited by its version, and withdrawn', async () => {
  const { key } = await givenRecommendation()
  const { body: first } = await call(annotate, { key }, { as: 'amina', body: { body: 'Who reports?' } })
  expect(await call(annotate, { key }, { as: 'bruno', body: { body: 'We do.', parent: first.id } })).toMatchObject({
    status: 201,
    body: { parent: first.id, audience: 'internal' },
  })

  const annotation = first.id
  expect(await call(edit, { annotation }, { as: 'amina', body: { body: 'Who does?', version: 1 } })).toMatchObject({
    status: 200,
    body: { id: annotation, body: 'Who does?', version: 2 },
  })
  expect(await call(edit, { annotation }, { as: 'amina', body: { body: 'Who?', version: 1 } })).toMatchObject({
    status: 409,
    body: { code: 'annotation_changed', current: { body: 'Who does?', version: 2 } },
  })
  expect(await call(edit, { annotation }, { as: 'chen', body: { body: 'Mine.', version: 2 } })).toMatchObject({
    status: 403,
  })
  expect(await call(withdraw, { annotation }, { as: 'amina', body: {} })).toMatchObject({
    status: 200,
    body: { id: annotation, body: '', withdrawnAt: expect.any(String) },
  })
  expect(await call(withdraw, { annotation: 'x' }, { as: 'amina', body: {} })).toMatchObject({ status: 404 })
})

test('one Idempotency-Key is one note', async () => {
  const { key } = await givenRecommendation()
  const send = (body: string) =>
    call(annotate, { key }, { as: 'amina', body: { body }, headers: { 'idempotency-key': 'note 7' } })
  const [first, second] = [await send('Once.'), await send('Once.')]
  expect(second).toEqual(first)
  expect(await send('Twice.')).toMatchObject({ status: 409, body: { code: 'annotation_sent_before' } })
})

test('who only looks on writes nothing', async () => {
  const { key } = await givenRecommendation()
  expect(await call(annotate, { key }, { as: 'dita', body: { body: 'Hm.' } })).toMatchObject({
    status: 403,
    body: { code: 'annotation_forbidden' },
  })
})
