import { setMailFrequency } from '@/lib/notifications/mail-frequency'
import {
  readNotification,
  readNotifications,
  readNotificationsAbout,
  readNotificationsOfRecommendation,
} from '@/lib/notifications/read-notification'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { followRecommendation, unfollowRecommendation } from '@/lib/recommendations/follow-recommendation'
import { givenRecommendation } from '../given'
import { givenPerson } from '../given-person'
import { everybody, type Permission, type Person } from './permission'

/** Creates a notification of a person, and returns its ID. */
async function given({ id: userId }: Pick<Person, 'id'>) {
  const id = newId()
  await db.notification.create({ data: { id, userId, kind: 'silent', key: `silent:${id}`, at: new Date() } })
  return id
}

export const onNotifications: Permission[] = [
  {
    command: 'setMailFrequency',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => setMailFrequency(person, { frequency: 'weekly' }),
  },
  {
    command: 'readNotification',
    relation: 'oneself',
    allowed: everybody,
    attempt: async (person) => readNotification(person, { id: await given(person) }),
  },
  {
    command: 'readNotification',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => readNotification(person, { id: await given(await givenPerson()) }),
  },
  {
    command: 'readNotificationsAbout',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => readNotificationsAbout(person, newId()),
  },
  {
    command: 'readNotificationsOfRecommendation',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => readNotificationsOfRecommendation(person, 'NONE-1.1'),
  },
  {
    command: 'followRecommendation',
    relation: 'anything',
    allowed: everybody,
    attempt: async (person) => followRecommendation(person, { key: (await givenRecommendation()).key }),
  },
  {
    command: 'unfollowRecommendation',
    relation: 'anything',
    allowed: everybody,
    attempt: async (person) => unfollowRecommendation(person, { key: (await givenRecommendation()).key }),
  },
  {
    command: 'readNotifications',
    relation: 'oneself',
    allowed: everybody,
    attempt: (person) => readNotifications(person, { until: new Date().toISOString() }),
  },
]
