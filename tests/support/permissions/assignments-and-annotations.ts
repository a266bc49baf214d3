import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
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
import type { Actor } from '@/lib/domain/actor'
import { bulkChange } from '@/lib/overview/bulk-change'
import { db } from '@/lib/platform/db'
import { found, ok, type Result } from '@/lib/platform/result'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { addTheme } from '@/lib/recommendations/add-theme'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { findAssignmentInFull } from '@/lib/register/assignment-view'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { reviewReport } from '@/lib/reports/review-report'
import type { Role } from '@/prisma/generated/enums'
import { emailOf, givenAssignment, givenRecommendation, people } from '../given'
import { givenPerson } from '../given-person'
import { givenGroup } from '../places'
import { everybody, keepers, type Permission, readersOfAll, whose, whoTakePart } from './permission'

const reason = 'By a later report.'
const closing = { closure: 'superseded', reason }

/** Returns the commands on an assignment of the actor's organization, or of another one. */
function onAssignments(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
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
      return handOver(person, { id: former.id, owner })
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
function onDates(relation: keyof typeof whose, answering: Permission['allowed']): Permission[] {
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
  const said = { assignmentId, progress: 'implemented', narrative: 'Done.' }
  const reported = await reportProgress(people.chen, said)
  if (!reported.ok) throw new Error('No report was made.')
  return reported.value.id
}

const named = async (assignment: ReturnType<typeof givenAssignment>) => {
  const { id, version } = await assignment
  return { id, version }
}

const onRecommendations: Permission[] = [
  {
    command: 'setDueDate',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const recommendation = await givenRecommendation()
      await givenAssignment({ of: recommendation })
      return setDueDate(person, { key: recommendation.key, dueOn: '2027-06-30' })
    },
  },
  {
    command: 'addRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const { key } = await givenRecommendation()
      return addRecommendation(person, { code: key.replace(/-1\.1$/, ''), paragraph: 1, start: 0, end: 6 })
    },
  },
  {
    command: 'removeRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => removeRecommendation(person, { key: (await givenRecommendation()).key }),
  },
  {
    command: 'addTheme',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => addTheme(person, { key: (await givenRecommendation()).key, theme: 'Cooperation' }),
  },
  {
    command: 'bulkChange',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const { key } = await givenRecommendation()
      return bulkChange(person, { act: 'theme', keys: [key], theme: 'Cooperation' })
    },
  },
  {
    command: 'editRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const { key, version } = await givenRecommendation()
      return editRecommendation(person, { key, version, title: 'Work together' })
    },
  },
  {
    command: 'closeRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => closeRecommendation(person, { key: (await givenRecommendation()).key, ...closing }),
  },
  {
    command: 'reopenRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const { key } = await givenRecommendation()
      await closeRecommendation(people.chen, { key, ...closing })
      return reopenRecommendation(person, { key, reason })
    },
  },
]

async function givenNote(author: Actor, more: object = {}) {
  const { key } = await givenRecommendation()
  const made = await annotate(author, { key, body: 'Worth a look.', ...more })
  if (!made.ok) throw new Error('No note was made.')
  return { key, ...made.value }
}

/** Creates an annotation by the actor. A viewer may have written it in an earlier role. */
async function ownNote(person: Actor) {
  const as = (role: Role) => db.user.update({ where: { id: person.id }, data: { role } })
  await as('focal_point')
  const { id, version } = await givenNote({ ...person, role: 'focal_point' })
  await as(person.role)
  return { id, version }
}

const writing = (relation: Permission['relation'], allowed: Permission['allowed'], more: object): Permission => ({
  command: 'annotate',
  relation,
  allowed,
  attempt: async (person) =>
    annotate(person, { key: (await givenRecommendation()).key, body: 'Worth a look.', ...more }),
})

const previewing: Permission = {
  command: 'previewAnnotation',
  relation: 'anything',
  allowed: whoTakePart,
  attempt: async (person) =>
    previewAnnotation(person, { key: (await givenRecommendation()).key, body: 'Worth a look.' }),
}

/** Reading is no command: it succeeds if the annotation is among those that the actor can see. */
const reading = (relation: Permission['relation'], allowed: Permission['allowed'], more: object): Permission => ({
  command: 'findOne',
  relation,
  allowed,
  attempt: async (person): Promise<Result<unknown>> => {
    const { key, id } = await givenNote(people.chen, more)
    const one = await findRecommendationInFull(person, key)
    return one?.annotations.some((note) => note.id === id)
      ? ok(one)
      : { ok: false, reason: 'not_found', code: 'annotation_not_found', params: {} }
  },
})

const own = { audience: 'organization', organization: whose['own organization'].slug }
const anothers = { audience: 'organization', organization: whose['another organization'].slug }

const onAnnotations: Permission[] = [
  previewing,
  writing('anything', whoTakePart, { audience: 'internal' }),
  writing('anything', whoTakePart, { audience: 'public' }),
  writing('own organization', whoTakePart, own),
  writing('another organization', keepers, anothers),
  reading('anything', everybody, { audience: 'internal' }),
  reading('anything', everybody, { audience: 'public' }),
  reading('own organization', everybody, own),
  reading('another organization', readersOfAll, anothers),
  {
    command: 'editAnnotation',
    relation: 'oneself',
    allowed: whoTakePart,
    attempt: async (person) => editAnnotation(person, { ...(await ownNote(person)), body: 'Worth two.' }),
  },
  {
    command: 'editAnnotation',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => {
      const { id, version } = await givenNote(await givenPerson())
      return editAnnotation(person, { id, version, body: 'Worth two.' })
    },
  },
  {
    command: 'withdrawAnnotation',
    relation: 'oneself',
    allowed: whoTakePart,
    attempt: async (person) => withdrawAnnotation(person, { id: (await ownNote(person)).id }),
  },
  {
    command: 'withdrawAnnotation',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (person) =>
      withdrawAnnotation(person, { id: (await givenNote(await givenPerson())).id, reason: 'Not for here.' }),
  },
]

/** Only those who keep the record can see what is in an archived document. */
const onWhatIsArchived: Permission[] = [
  {
    command: 'findOne',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person): Promise<Result<unknown>> => {
      const { key, documentId } = await givenRecommendation()
      await db.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
      const one = await findRecommendationInFull(person, key)
      return one ? ok(one) : { ok: false, reason: 'not_found', code: 'recommendation_not_found', params: {} }
    },
  },
  {
    command: 'findAssignment',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) =>
      found(await findAssignmentInFull(person, (await givenAssignment({ archived: true })).id), 'assignment_not_found'),
  },
]

export const onAssignmentsAndAnnotations: Permission[] = [
  ...onAssignments('own organization', whoTakePart),
  ...onDates('own organization', whoTakePart),
  ...onAssignments('another organization', keepers),
  ...onDates('another organization', keepers),
  ...onRecommendations,
  ...onAnnotations,
  ...onWhatIsArchived,
]
