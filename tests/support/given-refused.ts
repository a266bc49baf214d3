import { answer } from '@/lib/assignments/answer'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { givenAssignment, people, valueIn } from './given'

const { amina, chen } = people
export const reason = 'The constitution does not allow it.'
export const no = { position: 'not_accepted', reason } as const

export const answersOf = async (id: string) => (await findAssignmentView(chen, id))?.answers ?? []

/** An assignment that its organization does not accept. */
export async function givenRefused() {
  const { id } = await givenAssignment()
  valueIn(await answer(amina, { assignmentId: id, version: 1, ...no }))
  return id
}
