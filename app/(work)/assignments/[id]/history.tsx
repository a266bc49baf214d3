import { type AssignmentState, assignmentAddress } from '@/app/_addresses/assignment'
import { EraseLink } from '@/app/(work)/_components/erase-link'
import { FoldedHistory, type Timeline } from '@/app/(work)/_components/folded-history'
import type { Actor } from '@/lib/domain/actor'

type Props = { actor: Actor; id: string; state: AssignmentState; count: number; chronicle: Timeline | undefined }

/** Every change of the assignment, newest first. Opening it does not close a form. */
export function AssignmentHistory({ actor, id, state, count, chronicle }: Props) {
  const to = (after?: number) => assignmentAddress(id, { ...state, done: undefined, history: 'open', after }, 'history')
  return (
    <FoldedHistory count={count} chronicle={chronicle} after={state.after} to={to}>
      <EraseLink actor={actor} noun="assignment" id={id} />
    </FoldedHistory>
  )
}
