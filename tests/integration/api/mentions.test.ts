import { beforeAll, expect, test } from 'vitest'
import { PATCH as edit } from '@/app/api/v1/annotations/[annotation]/route'
import { POST as report } from '@/app/api/v1/assignments/[assignment]/reports/route'
import { POST as annotate } from '@/app/api/v1/recommendations/[key]/annotations/route'
import { POST as submit } from '@/app/api/v1/reports/[report]/submit/route'
import { call } from '../../support/api'
import { givenAssignment, givenRecommendation, organizations, people } from '../../support/given'
import { givenNotified } from '../../support/notified'

const { amina, bruno } = people

beforeAll(givenNotified)

test('the answer names whom an annotation mentions, and whether they are notified of it', async () => {
  const { key } = await givenRecommendation()
  const own = { body: 'For @bruno and @amina.', audience: 'organization', organization: organizations.health.slug }
  const { body: added } = await call(annotate, { key }, { as: 'chen', body: own })
  const [ofAmina, ofBruno] = [
    { id: amina.id, name: 'amina' },
    { id: bruno.id, name: 'bruno' },
  ]
  expect(added.mentioned).toEqual([
    { ...ofAmina, notified: true },
    { ...ofBruno, notified: false },
  ])
  const again = { body: 'Also for @amina.', version: 1 }
  expect((await call(edit, { annotation: added.id }, { as: 'chen', body: again })).body.mentioned).toEqual([
    { ...ofAmina, notified: false },
  ])
  const without = { body: 'For nobody.', version: 2 }
  expect((await call(edit, { annotation: added.id }, { as: 'chen', body: without })).body).not.toHaveProperty(
    'mentioned',
  )
})

test('the answer names whom a report mentions, and that of a draft names nobody until it is submitted', async () => {
  const { id: assignment } = await givenAssignment()
  const body = { progress: 'in_progress', narrative: 'With @amina.' }
  const mentioned = [{ id: amina.id, name: 'amina', notified: true }]
  expect(await call(report, { assignment }, { as: 'chen', body })).toMatchObject({ status: 201, body: { mentioned } })

  const draft = await call(report, { assignment }, { as: 'chen', body: { ...body, draft: true } })
  expect(draft.body).not.toHaveProperty('mentioned')
  const sent = await call(submit, { report: draft.body.id }, { as: 'chen', body: {} })
  expect(sent.body).toMatchObject({ state: 'submitted', mentioned })
})
