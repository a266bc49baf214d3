import { setDueDate } from '@/lib/assignments/set-due-date'
import { bulkChange } from '@/lib/overview/bulk-change'
import { db } from '@/lib/platform/db'
import { found, ok, type Result } from '@/lib/platform/result'
import { addRecommendation } from '@/lib/recommendations/add-recommendation'
import { addTheme } from '@/lib/recommendations/add-theme'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { editRecommendation } from '@/lib/recommendations/edit-recommendation'
import { removeRecommendation } from '@/lib/recommendations/remove-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { findRecommendationInFull } from '@/lib/register/recommendation'
import { linkRecommendation } from '@/lib/relations/link-recommendation'
import { unlinkRecommendation } from '@/lib/relations/unlink-recommendation'
import { givenAssignment, givenRecommendation, people } from '../given'
import { keepers, type Permission } from './permission'

const reason = 'By a later report.'
const closing = { closure: 'superseded', reason }

const givenPair = async () => ({ key: (await givenRecommendation()).key, to: (await givenRecommendation()).key })

export const onRecommendations: Permission[] = [
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
  {
    command: 'linkRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => linkRecommendation(person, { ...(await givenPair()), relation: 'repeats' }),
  },
  {
    command: 'unlinkRecommendation',
    relation: 'anything',
    allowed: keepers,
    attempt: async (person) => {
      const pair = await givenPair()
      await linkRecommendation(people.chen, { ...pair, relation: 'repeats' })
      return unlinkRecommendation(person, pair)
    },
  },
]

/** Only those who keep the record can see what is in an archived document. */
export const onWhatIsArchived: Permission[] = [
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
