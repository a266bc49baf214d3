import { assign, assignGroup } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { decideDate, withdrawDateRequest } from '@/lib/assignments/decide-date'
import { handOver } from '@/lib/assignments/hand-over'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { requestDate } from '@/lib/assignments/request-date'
import { setDueDate } from '@/lib/assignments/set-due-date'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import { emailOf, givenAssignment, givenRecommendation, people } from '../given'
import { givenPerson } from '../given-person'
import { givenGroup } from '../places'
import { keepers, type Permission, readersOfAll, whose, whoTakePart } from './permission'

const reason = 'By a later report.'
const closing = { closure: 'superseded', reason }

/** Returns the commands on an assignment of the actor's organization, or of another one. */
function commandsOnAssignments(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
  const to = whose[relation]
  const owner = emailOf(relation === 'own organization' ? 'amina' : 'bruno')
  const fresh = () => givenAssignment({ to })
  const permission = (command: string, allowed: Permission['allowed'], attempt: Permission['attempt']): Permission => ({
    command,
    relation,
    allowed,
    attempt,
  })
  return [
    permission('reportProgress', answering, async (person) =>
      reportProgress(person, { assignmentId: (await fresh()).id, progress: 'in_progress', narrative: 'Begun.' }),
    ),
    permission('changeAssignment', answering, async (person) =>
      changeAssignment(person, { ...(await named(fresh())), owner }),
    ),
    permission('changeAssignment', keepers, async (person) =>
      changeAssignment(person, { ...(await named(fresh())), dueOn: '2027-06-30' }),
    ),
    permission('changeAssignment', keepers, async (person) =>
      changeAssignment(person, { ...(await named(fresh())), role: 'lead' }),
    ),
    permission('handOver', keepers, async (person) => {
      const former = await givenPerson({ organizationIds: [to.id] })
      await givenAssignment({ to, ownerId: former.id })
      return handOver(person, { id: former.id, to: owner })
    }),
    permission('assign', keepers, async (person) => {
      const { key } = await givenRecommendation()
      return assign(person, { key, organization: to.slug })
    }),
    permission('assignParties', keepers, async (person) => {
      const { key } = await givenRecommendation()
      return assignParties(person, { key, parties: [{ organization: to.slug }] })
    }),
    permission('setDueDate', keepers, async (person) => {
      const recommendation = await givenRecommendation()
      await givenAssignment({ of: recommendation, to })
      return setDueDate(person, { key: recommendation.key, dueOn: '2027-06-30' })
    }),
    permission('assignGroup', keepers, async (person) => {
      const { key } = await givenRecommendation()
      return assignGroup(person, { key, group: (await givenGroup(to)).slug })
    }),
    permission('closeAssignment', keepers, async (person) =>
      closeAssignment(person, { id: (await fresh()).id, ...closing }),
    ),
    permission('reopenAssignment', keepers, async (person) =>
      reopenAssignment(person, { id: (await givenAssignment({ to, closed: true })).id, reason }),
    ),
    permission('reviewReport', relation === 'own organization' ? [] : readersOfAll, async (person) =>
      reviewReport(person, { reportId: await claimOf((await fresh()).id), decision: 'accept' }),
    ),
    permission('removeAssignment', keepers, async (person) => removeAssignment(person, { id: (await fresh()).id })),
  ]
}

/** Returns the commands on a request for another due date of the actor's organization, or of another one. */
function commandsOnDates(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
  const fresh = () => givenAssignment({ to: whose[relation] })
  return [
    {
      command: 'requestDate',
      relation,
      allowed: answering,
      attempt: async (doer) => requestDate(doer, { assignmentId: (await fresh()).id, dueOn: '2099-06-30', reason }),
    },
    {
      command: 'decideDate',
      relation,
      allowed: keepers,
      attempt: async (doer) => decideDate(doer, { id: await requestFor(fresh()), decision: 'grant' }),
    },
    {
      command: 'withdrawDateRequest',
      relation,
      allowed: answering,
      attempt: async (doer) => withdrawDateRequest(doer, { id: await requestFor(fresh()) }),
    },
  ]
}

/** A request for a due date that waits. */
async function requestFor(assignment: ReturnType<typeof givenAssignment>) {
  const asked = { assignmentId: (await assignment).id, dueOn: '2099-06-30', reason }
  const requested = await requestDate(people.chen, asked)
  if (!requested.ok) throw new Error('No request was made.')
  return requested.value.id
}

/** The report of somebody else who says that an assignment is implemented. */
async function claimOf(assignmentId: string) {
  const input = { assignmentId, progress: 'implemented', narrative: 'Done.' }
  const reported = await reportProgress(people.chen, input)
  if (!reported.ok) throw new Error('No report was made.')
  return reported.value.id
}

const named = async (assignment: ReturnType<typeof givenAssignment>) => {
  const { id, version } = await assignment
  return { id, version }
}

export const onAssignments: Permission[] = [
  ...commandsOnAssignments('own organization', whoTakePart),
  ...commandsOnDates('own organization', whoTakePart),
  ...commandsOnAssignments('another organization', keepers),
  ...commandsOnDates('another organization', keepers),
]
