import { addCycle } from '@/lib/cycles/add-cycle'
import { type Cycle, findCycle } from '@/lib/cycles/cycle'
import { assignmentsOf, countsOf } from '@/lib/cycles/results'
import { notify } from '@/lib/notifications/notify'
import { at, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { givenAssignment, givenPeople, givenRecommendation, organizations, people, valueIn } from './given'

/** Adds a cycle, by default one that opens today and asks for reports by 2099. */
export async function givenCycle(input: object = {}): Promise<Cycle> {
  await givenPeople()
  const days = { opensOn: today(), closesOn: '2099-12-31' }
  return valueIn(await addCycle(people.chen, { name: 'Mid-year', ...days, ...input }))
}

/** A document with one recommendation, assigned to both organizations. */
export async function givenAsked(options: Parameters<typeof givenAssignment>[0] = {}) {
  const of = await givenRecommendation()
  const { code } = await db.document.findUniqueOrThrow({ where: { id: of.documentId } })
  const { health, finance } = organizations
  const [one, other] = [
    await givenAssignment({ of, to: health, ...options }),
    await givenAssignment({ of, to: finance, ...options }),
  ]
  return { document: code, of, key: of.key, health: one.id, finance: other.id }
}

/** Lets the moment come, as the notifier does. */
export const atMoment = <T>(moment: string, work: () => Promise<T>) =>
  at(moment, async () => {
    await notify()
    return work()
  })

/** Returns the answers to a cycle by the name of the organization, and their counts. */
export async function answersTo(id: string) {
  const cycle = await findCycle(people.chen, id)
  if (!cycle) throw new Error('There is no such cycle.')
  const { items } = await assignmentsOf(people.dita, cycle, { limit: 200 })
  const counts = (await countsOf(people.dita, [cycle]))(cycle)
  return { counts, ...Object.fromEntries(items.map(({ organization, answer }) => [organization.name, answer])) }
}
