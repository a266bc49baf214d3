import '../support/mailbox'

import { expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { notify } from '@/lib/notifications/notify'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { givenPeople, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenReader, mailed } from '../support/notification-mails'

const { chen } = people

test('the first start after an upgrade sends at most one email, however much happened before', async () => {
  await givenPeople()
  const reader = await givenReader()
  const assigned = {
    organization: organizations.health.slug,
    owner: reader.email,
    dueOn: '2031-03-03',
    confirmPast: true,
  }
  for (const day of ['01', '02', '03']) {
    const { key } = await givenRecommendation()
    valueIn(await at(`2031-02-${day}T10:00:00Z`, () => assign(chen, { key, ...assigned })))
  }
  // As the migration that brings notifications leaves it.
  const { seq } = await db.event.findFirstOrThrow({ orderBy: { seq: 'desc' } })
  await db.notificationProgress.updateMany({ data: { seq, day: null } })

  const subjects: unknown[] = []
  for (const time of ['10:00', '10:05', '10:10', '11:00', '23:00']) {
    const moment = `2031-03-04T${time}:00Z`
    await at(moment, notify)
    subjects.push(...(await mailed(reader, moment)))
  }
  expect(subjects).toEqual(['Followthrough: 3 notifications'])
})
