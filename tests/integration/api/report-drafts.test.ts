import { expect, test } from 'vitest'
import { POST as report } from '@/app/api/v1/assignments/[assignment]/reports/route'
import { GET } from '@/app/api/v1/assignments/[assignment]/route'
import { DELETE, PATCH } from '@/app/api/v1/reports/[report]/route'
import { POST as submit } from '@/app/api/v1/reports/[report]/submit/route'
import { call } from '../../support/api'
import { givenAssignment } from '../../support/given'

test('a draft is begun with 201, changed by its version, submitted with 201, and hidden from others with 404', async () => {
  const { id: assignment } = await givenAssignment()
  const begun = await call(report, { assignment }, { as: 'amina', body: { draft: true, narrative: 'The law' } })
  expect(begun).toMatchObject({ status: 201, body: { state: 'draft', version: 1, assignment: { id: assignment } } })
  const { id } = begun.body
  const edit = (as: 'amina' | 'bruno' | 'gulnar', body: object) => call(PATCH, { report: id }, { as, body })

  expect(await edit('bruno', { version: 1, narrative: '' })).toMatchObject({ status: 404 })
  expect(await edit('gulnar', { narrative: 'The law is in force.' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'version' }] },
  })
  const whole = { version: 1, narrative: 'The law is in force.', progress: 'in_progress' }
  expect(await edit('gulnar', whole)).toMatchObject({ status: 200, body: { version: 2 } })
  expect(await edit('amina', { ...whole, narrative: 'Mine.' })).toMatchObject({
    status: 409,
    body: {
      code: 'report_draft_changed',
      current: {
        id: assignment,
        next: expect.arrayContaining(['report']),
        draft: { version: 2, narrative: whole.narrative },
      },
    },
  })
  expect(await call(GET, { assignment }, { as: 'amina' })).toMatchObject({ body: { draft: { id } } })
  expect((await call(GET, { assignment }, { as: 'chen' })).body).not.toHaveProperty('draft')

  const sent = { status: 201, body: { id, state: 'submitted', assignment: { progress: 'in_progress' } } }
  expect(await call(submit, { report: id }, { as: 'amina', body: {} })).toMatchObject(sent)
  expect(await call(submit, { report: id }, { as: 'amina', body: {} })).toMatchObject(sent)
  expect(await call(DELETE, { report: id }, { as: 'amina', body: {} })).toMatchObject({ status: 404 })
})
