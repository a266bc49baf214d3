import { beforeAll, expect, test } from 'vitest'
import { paramsOf, readFilters } from '@/lib/register/filters'
import { rowsOf } from '@/lib/register/list-rows'
import { scopeOf } from '@/lib/register/scope'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, givenRecommendation, people } from '../support/given'
import { answerOf, givenOrganization } from '../support/places'

const { chen } = people

beforeAll(givenPeople)

/** One recommendation of which the first organization is late, the second has time, the third has no date. */
async function givenThree() {
  const of = await givenRecommendation()
  const late = await givenOrganization({ name: `Aaa ${of.key}` })
  const timely = await givenOrganization({ name: `Bbb ${of.key}` })
  const undated = await givenOrganization({ name: `Ccc ${of.key}` })
  await givenAssignment({ of, to: late, dueOn: '2026-01-31' })
  const { id } = await givenAssignment({ of, to: timely, dueOn: '2027-06-30' })
  await givenAssignment({ of, to: undated })
  const row = async (asked: Record<string, string>) => {
    const scope = answerOf(await scopeOf(chen, answerOf(readFilters(paramsOf(asked)))))
    const [found] = await rowsOf([of.id], scope)
    return found
  }
  return { late, timely, undated, id, row }
}

test('a row shows what is due first, of whichever organization', async () => {
  const { late, timely, row } = await givenThree()
  const shown = {
    next: { dueOn: '2026-01-31', organization: late.name, others: 0 },
    responsible: [late.name, timely.name],
  }
  expect(await row({})).toMatchObject(shown)
  expect(await row({ q: 'States' })).toMatchObject(shown)
})

test('of the organization that is asked for a row shows its own due date, and names it first', async () => {
  const { late, timely, undated, row, id } = await givenThree()
  for (const q of ['', 'States']) {
    expect(await row({ organization: timely.slug, q })).toMatchObject({
      next: { dueOn: '2027-06-30', organization: timely.name, others: 0 },
      responsible: [timely.name, late.name],
      undone: true,
    })
  }
  const without = await row({ organization: undated.slug })
  expect(without).toMatchObject({ undone: true, responsible: [undated.name, late.name] })
  expect(without).not.toHaveProperty('next')

  answerOf(await reportProgress(chen, { assignmentId: id, progress: 'implemented', narrative: 'Done.' }))
  const done = await row({ organization: timely.slug })
  expect(done).toMatchObject({ undone: false, reportedLate: 0 })
  expect(done).not.toHaveProperty('next')
})

test('of what nobody owns a row shows the first due date', async () => {
  const { late, row } = await givenThree()
  expect(await row({ owner: 'none' })).toMatchObject({ next: { dueOn: '2026-01-31', organization: late.name } })
})
