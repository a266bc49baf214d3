import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { givenAssignment, people } from '../given'
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

export const onAllPositions: Permission[] = [
  ...onPositions('own organization', whoTakePart),
  ...onPositions('another organization', keepers),
]
