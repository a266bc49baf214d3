import { beforeAll, expect, test } from 'vitest'
import { closeCycle } from '@/lib/cycles/close-cycle'
import { type Cycle, findCycle } from '@/lib/cycles/cycle'
import { assignmentsOf } from '@/lib/cycles/results'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { renameSelf } from '@/lib/people/rename-self'
import { db, pool } from '@/lib/platform/db'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { flawInHistory, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenAsked, givenCycle } from '../support/given-cycle'

const { amina, bruno, chen } = people

beforeAll(givenPeople)

const rowsOf = async (id: string) => (await assignmentsOf(amina, (await findCycle(amina, id)) as Cycle)).items

test('what a closed cycle shows never changes, whatever happens later', async () => {
  const { document, key, ...asked } = await givenAsked({ dueOn: '2030-01-01' })
  await db.assignment.update({ where: { id: asked.health }, data: { ownerId: amina.id } })
  const { id } = await givenCycle({ document })
  const said = { assignmentId: asked.health, progress: 'partially_implemented', narrative: 'Two of three.' }
  valueIn(await reportProgress(amina, said))
  const closed = valueIn(await closeCycle(chen, { id }))
  expect(closed).toMatchObject({ state: 'closed', closedAt: expect.any(String) })
  const before = await rowsOf(id)
  expect(before).toMatchObject(
    [
      { answer: 'not_answered', organization: organizations.finance, progress: 'not_started' },
      {
        answer: 'answered',
        assignment: asked.health,
        organization: { name: organizations.health.name },
        progress: 'partially_implemented',
        verification: 'none',
        position: 'pending',
        dueOn: '2030-01-01',
        owner: { id: amina.id, name: 'amina' },
      },
    ].map(({ organization: { name }, ...row }) => ({ ...row, organization: { name } })),
  )

  valueIn(await reportProgress(bruno, { ...said, assignmentId: asked.finance }))
  valueIn(
    await renameOrganization(chen, {
      slug: organizations.health.slug,
      name: 'Ministry of Health and Care',
      version: 1,
    }),
  )
  valueIn(await editRecommendation(chen, { key, version: 1, title: 'Another title' }))
  valueIn(await renameSelf(amina, { version: 1, name: 'Amina Diallo' }))
  expect(await rowsOf(id)).toEqual(before)
  expect(await closeCycle(chen, { id })).toMatchObject({ ok: true, changed: false })
  expect(await flawInHistory()).toBeUndefined()
})

test.each([
  ['update cycle_results set progress = $2 where cycle_id = $1', 'implemented'],
  ['delete from cycle_results where cycle_id = $1 and $2 <> $1::text', ''],
  [
    'insert into cycle_results select (jsonb_populate_record(x, jsonb_build_object($2::text, gen_random_uuid()))).* from cycle_results x where cycle_id = $1',
    'assignment_id',
  ],
  ['update cycles set name = $2 where id = $1', 'Another'],
  ['delete from cycles where id = $1 and $2 <> $1::text', ''],
])('the database refuses: %s', async (statement, value) => {
  const { id } = await givenCycle({ document: (await givenAsked()).document })
  valueIn(await closeCycle(chen, { id }))
  await expect(pool.query(statement, [id, value])).rejects.toThrow(/cycle_results_stand|cycles_stand/)
})
