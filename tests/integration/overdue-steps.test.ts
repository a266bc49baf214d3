import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { waitsLong } from '@/lib/overview/long-wait'
import { beginningOfSteps, overdueSteps } from '@/lib/overview/overdue-steps'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { at } from '@/lib/platform/clock'
import { givenAssignment, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { no } from '../support/given-refused'
import { givenOrganization } from '../support/places'

const first = { from: beginningOfSteps, limit: 10 }
const { amina, bruno, chen, dita } = people

beforeAll(givenPeople)

const planned = async (assignmentId: string, title: string, dueOn?: string) =>
  valueIn(await addAction(chen, { assignmentId, title, ...(dueOn && { dueOn }) }))

test('overdue steps of own plans come earliest first, until they are done or the assignment is closed', () =>
  at('2031-05-10T09:00:00Z', async () => {
    const titles = async (actor: typeof amina | typeof dita) =>
      (await overdueSteps(actor, first)).items.map(({ title, changes }) => `${title}${changes ? '' : ', only read'}`)
    const { id } = await givenAssignment()
    const { id: others } = await givenAssignment({ to: organizations.finance })
    const { id: closed } = await givenAssignment()
    await planned(id, 'Later', '2031-05-09')
    const earlier = await planned(id, 'Earlier', '2031-05-01')
    await planned(id, 'Today', '2031-05-10')
    await planned(id, 'Undated')
    await planned(closed, 'Closed', '2031-05-01')
    await planned(others, 'Of others', '2031-05-01')
    valueIn(await closeAssignment(chen, { id: closed, closure: 'superseded', reason: 'Replaced.' }))

    expect(await titles(amina)).toEqual(['Earlier', 'Later'])
    expect(await titles(dita)).toEqual(['Earlier, only read', 'Later, only read'])
    expect(await titles(bruno)).toEqual(['Of others'])
    expect((await overdueSteps(await givenPerson(), first)).total).toBe(0)

    valueIn(await changeAction(amina, { id: earlier.id, version: earlier.version, state: 'done' }))
    expect(await overdueSteps(amina, first)).toMatchObject({
      total: 1,
      items: [{ title: 'Later', dueOn: '2031-05-09' }],
    })
  }))

test('a step waits for a coordinator while its assignment is not accepted', () =>
  at('2031-05-10T09:00:00Z', async () => {
    const organization = await givenOrganization()
    const reader = await givenPerson({ organizationIds: [organization.id] })
    const { id } = await givenAssignment({ to: organization })
    await planned(id, 'Draft the law', '2031-05-01')
    expect(await overdueSteps(reader, first)).toMatchObject({ total: 1 })

    const refused = valueIn(await answer(reader, { assignmentId: id, version: 1, ...no }))
    expect(await overdueSteps(reader, first)).toEqual({ total: 0, items: [] })

    const { version } = refused
    valueIn(await answer(reader, { assignmentId: id, position: 'accepted', version }))
    expect(await overdueSteps(reader, first)).toMatchObject({ total: 1 })
  }))

test('what waits for more than 14 days has waited long', () => {
  expect(waitsLong('2031-05-01', '2031-05-15')).toBe(false)
  expect(waitsLong('2031-05-01', '2031-05-16')).toBe(true)
})
