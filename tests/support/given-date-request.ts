import { requestDate } from '@/lib/assignments/request-date'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { givenAssignment, people, valueIn } from './given'

const { amina, chen } = people
export const dueOn = '2099-06-30'
export const later = '2099-12-31'
export const reason = 'The law has to pass first.'

export async function givenRequest(given: Parameters<typeof givenAssignment>[0] = { dueOn }) {
  const { id: assignmentId } = await givenAssignment(given)
  const { id } = valueIn(await requestDate(amina, { assignmentId, dueOn: later, reason }))
  return { assignmentId, id }
}

export const datesOf = async (assignmentId: string) => (await findAssignmentView(chen, assignmentId))?.dates ?? []

export function done() {
  return { dueOn, progress: 'implemented', verification: 'submitted' } as const
}
