import { expect, test } from 'vitest'
import { asAdministrator, ask, instance } from './instance'

test('a recommendation has its page in whichever script its paragraph is numbered', async () => {
  const labels = ['١', 'а', '第一']
  const body = JSON.stringify({
    code: 'SCRIPTS-2026',
    title: 'Scripts',
    paragraphs: labels.map((label) => ({ label, text: 'States should act.' })),
    recommendations: labels.map((paragraph) => ({ paragraph, start: 0, end: 18, title: `Act on ${paragraph}` })),
  })
  const headers = { authorization: instance.authorization, 'content-type': 'application/json' }
  expect((await ask({ method: 'POST', path: '/api/v1/documents', headers, body })).status).toBe(201)
  for (const label of labels) {
    const page = await asAdministrator({ path: `/recommendations/${encodeURIComponent(`SCRIPTS-2026-${label}.1`)}` })
    expect([page.status, page.body]).toEqual([200, expect.stringContaining(`Act on ${label}`)])
  }
})

test('paragraphs within paragraphs beyond what a key can hold are refused at the first of them', async () => {
  const paragraphs = Array.from({ length: 200 }, (_, place) => ({
    label: `${place}`.padEnd(40, 'a'),
    text: 'States should share.',
    ...(place > 0 && { parent: place }),
  }))
  const recommendations = [{ paragraph: 200, start: 0, end: 20, title: 'Share' }]
  const body = JSON.stringify({ code: 'DEEP-2026', title: 'Deep', date: '2026-01-01', paragraphs, recommendations })
  const answer = await ask({
    method: 'POST',
    path: '/api/v1/documents',
    headers: { authorization: instance.authorization },
    body,
  })
  expect(answer.status).toBe(422)
  expect(JSON.parse(answer.body).errors[0]).toMatchObject({ field: 'paragraphs.48.parent', code: 'paragraph_too_deep' })
})
