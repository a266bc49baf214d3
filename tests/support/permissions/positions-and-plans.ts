import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { addAction } from '@/lib/plans/add-action'
import { changeAction } from '@/lib/plans/change-action'
import { givenAssignment, people, valueIn } from '../given'
import { keepers, type Permission, whose, whoTakePart } from './permission'

/** Returns the commands on the position of the actor's organization, or of another one. */
function onPositions(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
  const fresh = async () => ({ assignmentId: (await givenAssignment({ to: whose[relation] })).id, version: 1 })
  return [
    {
      command: 'answer',
      relation,
      allowed: answering,
      attempt: async (person) => answer(person, { ...(await fresh()), position: 'accepted' }),
    },
    {
      command: 'askAgain',
      relation,
      allowed: keepers,
      attempt: async (person) => {
        const of = await fresh()
        await answer(people.chen, { ...of, position: 'not_accepted', reason: 'Too costly.' })
        return askAgain(person, { ...of, version: 2 })
      },
    },
  ]
}

/** Returns the commands on the plan of the actor's organization, or of another one. */
function onPlans(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
  const fresh = async () => ({
    assignmentId: (await givenAssignment({ to: whose[relation] })).id,
    title: 'Draft the law',
  })
  return [
    {
      command: 'addAction',
      relation,
      allowed: answering,
      attempt: async (person) => addAction(person, await fresh()),
    },
    {
      command: 'changeAction',
      relation,
      allowed: answering,
      attempt: async (person) => {
        const { id } = valueIn(await addAction(people.chen, await fresh()))
        return changeAction(person, { id, version: 1, state: 'done' })
      },
    },
  ]
}

export const onPositionsAndPlans: Permission[] = [
  ...onPositions('own organization', whoTakePart),
  ...onPositions('another organization', keepers),
  ...onPlans('own organization', whoTakePart),
  ...onPlans('another organization', keepers),
]
