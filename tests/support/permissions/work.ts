import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { previewAnnotation } from '@/lib/annotations/preview-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import { assign, assignGroup } from '@/lib/assignments/assign'
import { assignParties } from '@/lib/assignments/assign-parties'
import { changeAssignment } from '@/lib/assignments/change-assignment'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { handOver } from '@/lib/assignments/hand-over'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
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
import { type Deed, everybody, keepers, readersOfAll, whose, whoTakePart } from './deed'

const reason = 'By a later report.'
const closing = { closure: 'superseded', reason }

/** Returns the commands on an assignment of the actor's organization, or of another one. */
function onAssignments(relation: keyof typeof whose, answering: Deed['allowed']): Deed[] {
  const to = whose[relation]
  const owner = emailOf(relation === 'own organization' ? 'amina' : 'bruno')
  const fresh = () => givenAssignment({ to })
  const deed = (command: string, allowed: Deed['allowed'], attempt: Deed['attempt']): Deed => ({
    command,
    relation,
    allowed,
    attempt,
  })
  return [
    deed('reportProgress', answering, async (doer) =>
      reportProgress(doer, { assignmentId: (await fresh()).id, progress: 'in_progress', narrative: 'Begun.' }),
    ),
    deed('changeAssignment', answering, async (doer) => changeAssignment(doer, { ...(await named(fresh())), owner })),
    deed('changeAssignment', keepers, async (doer) =>
      changeAssignment(doer, { ...(await named(fresh())), dueOn: '2027-06-30' }),
    ),
    deed('changeAssignment', keepers, async (doer) =>
      changeAssignment(doer, { ...(await named(fresh())), role: 'lead' }),
    ),
    deed('handOver', keepers, async (doer) => {
      const former = await givenPerson({ organizationIds: [to.id] })
      await givenAssignment({ to, ownerId: former.id })
      return handOver(doer, { id: former.id, owner })
    }),
    deed('assign', keepers, async (doer) => {
      const { key } = await givenRecommendation()
      return assign(doer, { key, organization: to.slug })
    }),
    deed('assignParties', keepers, async (doer) => {
      const { key } = await givenRecommendation()
      return assignParties(doer, { key, parties: [{ organization: to.slug }] })
    }),
    deed('setDueDate', keepers, async (doer) => {
      const recommendation = await givenRecommendation()
      await givenAssignment({ of: recommendation, to })
      return setDueDate(doer, { key: recommendation.key, dueOn: '2027-06-30' })
    }),
    deed('assignGroup', keepers, async (doer) => {
      const { key } = await givenRecommendation()
      return assignGroup(doer, { key, group: (await givenGroup(to)).slug })
    }),
    deed('closeAssignment', keepers, async (doer) => closeAssignment(doer, { id: (await fresh()).id, ...closing })),
    deed('reopenAssignment', keepers, async (doer) =>
      reopenAssignment(doer, { id: (await givenAssignment({ to, closed: true })).id, reason }),
    ),
    deed('reviewReport', relation === 'own organization' ? [] : readersOfAll, async (doer) =>
      reviewReport(doer, { reportId: await claimOf((await fresh()).id), decision: 'accept' }),
    ),
    deed('removeAssignment', keepers, async (doer) => removeAssignment(doer, { id: (await fresh()).id })),
  ]
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

const onRecommendations: Deed[] = [
  {
    command: 'setDueDate',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => {
      const recommendation = await givenRecommendation()
      await givenAssignment({ of: recommendation })
      return setDueDate(doer, { key: recommendation.key, dueOn: '2027-06-30' })
    },
  },
  {
    command: 'addRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => {
      const { key } = await givenRecommendation()
      return addRecommendation(doer, { code: key.replace(/-1\.1$/, ''), paragraph: 1, start: 0, end: 6 })
    },
  },
  {
    command: 'removeRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => removeRecommendation(doer, { key: (await givenRecommendation()).key }),
  },
  {
    command: 'addTheme',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => addTheme(doer, { key: (await givenRecommendation()).key, theme: 'Cooperation' }),
  },
  {
    command: 'bulkChange',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => {
      const { key } = await givenRecommendation()
      return bulkChange(doer, { act: 'theme', keys: [key], theme: 'Cooperation' })
    },
  },
  {
    command: 'editRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => {
      const { key, version } = await givenRecommendation()
      return editRecommendation(doer, { key, version, title: 'Work together' })
    },
  },
  {
    command: 'closeRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => closeRecommendation(doer, { key: (await givenRecommendation()).key, ...closing }),
  },
  {
    command: 'reopenRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) => {
      const { key } = await givenRecommendation()
      await closeRecommendation(people.chen, { key, ...closing })
      return reopenRecommendation(doer, { key, reason })
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
async function ownNote(doer: Actor) {
  const as = (role: Role) => db.user.update({ where: { id: doer.id }, data: { role } })
  await as('focal_point')
  const { id, version } = await givenNote({ ...doer, role: 'focal_point' })
  await as(doer.role)
  return { id, version }
}

const writing = (relation: Deed['relation'], allowed: Deed['allowed'], more: object): Deed => ({
  command: 'annotate',
  relation,
  allowed,
  attempt: async (doer) => annotate(doer, { key: (await givenRecommendation()).key, body: 'Worth a look.', ...more }),
})

const previewing: Deed = {
  command: 'previewAnnotation',
  relation: 'anything',
  allowed: whoTakePart,
  attempt: async (doer) => previewAnnotation(doer, { key: (await givenRecommendation()).key, body: 'Worth a look.' }),
}

/** Reading is no command: it succeeds if the annotation is among those that the actor can see. */
const reading = (relation: Deed['relation'], allowed: Deed['allowed'], more: object): Deed => ({
  command: 'findOne',
  relation,
  allowed,
  attempt: async (doer): Promise<Result<unknown>> => {
    const { key, id } = await givenNote(people.chen, more)
    const one = await findRecommendationInFull(doer, key)
    return one?.annotations.some((note) => note.id === id)
      ? ok(one)
      : { ok: false, reason: 'not_found', code: 'annotation_not_found', params: {} }
  },
})

const own = { audience: 'organization', organization: whose['own organization'].slug }
const anothers = { audience: 'organization', organization: whose['another organization'].slug }

const onAnnotations: Deed[] = [
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
    attempt: async (doer) => editAnnotation(doer, { ...(await ownNote(doer)), body: 'Worth two.' }),
  },
  {
    command: 'editAnnotation',
    relation: 'somebody else',
    allowed: [],
    attempt: async (doer) => {
      const { id, version } = await givenNote(await givenPerson())
      return editAnnotation(doer, { id, version, body: 'Worth two.' })
    },
  },
  {
    command: 'withdrawAnnotation',
    relation: 'oneself',
    allowed: whoTakePart,
    attempt: async (doer) => withdrawAnnotation(doer, { id: (await ownNote(doer)).id }),
  },
  {
    command: 'withdrawAnnotation',
    relation: 'somebody else',
    allowed: keepers,
    attempt: async (doer) =>
      withdrawAnnotation(doer, { id: (await givenNote(await givenPerson())).id, reason: 'Not for here.' }),
  },
]

/** Only those who keep the record can see what is in an archived document. */
const onWhatIsArchived: Deed[] = [
  {
    command: 'findOne',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer): Promise<Result<unknown>> => {
      const { key, documentId } = await givenRecommendation()
      await db.document.update({ where: { id: documentId }, data: { archivedAt: new Date() } })
      const one = await findRecommendationInFull(doer, key)
      return one ? ok(one) : { ok: false, reason: 'not_found', code: 'recommendation_not_found', params: {} }
    },
  },
  {
    command: 'findAssignment',
    relation: 'anything',
    allowed: keepers,
    attempt: async (doer) =>
      found(await findAssignmentInFull(doer, (await givenAssignment({ archived: true })).id), 'assignment_not_found'),
  },
]

export const deedsOfWork: Deed[] = [
  ...onAssignments('own organization', whoTakePart),
  ...onAssignments('another organization', keepers),
  ...onRecommendations,
  ...onAnnotations,
  ...onWhatIsArchived,
]
