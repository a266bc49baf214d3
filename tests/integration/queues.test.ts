import { beforeAll, expect, test } from 'vitest'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { queuesFor } from '@/lib/overview/queues'
import { at } from '@/lib/platform/clock'
import { givenAssignment, people, valueIn } from '../support/given'
import { listed } from '../support/listed'
import { givenWorld, onThatDay } from '../support/world'

beforeAll(async () => {
  await givenWorld(23)
})

test.each([people.chen, people.faisal])(
  'who assigns sees what is late, soon due, without an owner, and returned, each with the count of its list',
  (actor) =>
    at(onThatDay, async () => {
      const queues = await queuesFor(actor)
      expect(queues.map(({ name }) => name)).toEqual(['overdue', 'soon', 'unowned', 'returned', 'original', 'silent'])
      for (const { name, filters, total } of queues) {
        if (!['silent', 'returned'].includes(name)) expect(total).toBeGreaterThan(0)
        expect(total).toBe(await listed.assignments(filters))
      }
    }),
)

test('a reviewer sees what is late and what was returned, and who only reads or reports sees no queues', () =>
  at(onThatDay, async () => {
    expect((await queuesFor(people.elif)).map(({ name }) => name)).toEqual(['overdue', 'returned'])
    expect(await queuesFor(people.amina)).toEqual([])
    expect(await queuesFor(people.dita)).toEqual([])
  }))

test('what is past its original date is counted apart from what is overdue', () =>
  at(onThatDay, async () => {
    const { id } = await givenAssignment({ dueOn: '2026-11-01' })
    const moved = { id, version: 1, dueOn: '2027-03-01', reason: 'The law comes first.' }
    valueIn(await changeAssignment(people.chen, moved))
    const queues = await queuesFor(people.chen)
    const totalOf = (name: string) => queues.find((queue) => queue.name === name)?.total
    expect(totalOf('original')).toBe((totalOf('overdue') ?? 0) + 1)
  }))
