import '../support/mailbox'

import { beforeAll, beforeEach, expect, test } from 'vitest'
import { GET as open, POST as post } from '@/app/api/unsubscribe/[code]/route'
import { archiveDocument } from '@/lib/documents/archive-document'
import { makeMails } from '@/lib/notifications/make-mails'
import { readNotifications } from '@/lib/notifications/read-notification'
import { sendMails } from '@/lib/notifications/send-mails'
import { disableUser } from '@/lib/people/disable-user'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { givenPeople, people, valueIn } from '../support/given'
import { letters, mailServer, refused } from '../support/mailbox'
import { givenReader, mailed, told } from '../support/notification-mails'

const { faisal } = people

beforeAll(givenPeople)

beforeEach(async () => {
  letters.length = 0
  await db.notificationMail.deleteMany()
  await db.notification.deleteMany()
})

const one = 'Followthrough: 1 notification'
const two = 'Followthrough: 2 notifications'

test('everything within five minutes comes in one email, and the next five minutes in another', async () => {
  const reader = await givenReader()
  await told(reader, '2031-03-04T10:00:00Z')
  await told(reader, '2031-03-04T10:03:00Z')
  expect(await mailed(reader, '2031-03-04T10:04:59Z')).toEqual([])
  expect(await mailed(reader, '2031-03-04T10:05:00Z')).toEqual([two])
  await told(reader, '2031-03-04T10:05:30Z')
  expect(await mailed(reader, '2031-03-04T10:06:00Z')).toEqual([])
  expect(await mailed(reader, '2031-03-04T10:10:30Z')).toEqual([one])
  expect(await mailed(reader, '2031-03-04T11:00:00Z')).toEqual([])
})

test('daily emails come at seven in the morning, and only if there is something new', async () => {
  const reader = await givenReader('daily')
  await told(reader, '2031-03-04T08:00:00Z')
  expect(await mailed(reader, '2031-03-04T23:00:00Z')).toEqual([])
  expect(await mailed(reader, '2031-03-05T06:59:59Z')).toEqual([])
  expect(await mailed(reader, '2031-03-05T07:00:00Z')).toEqual([one])
  expect(await mailed(reader, '2031-03-06T07:00:00Z')).toEqual([])
})

test('weekly emails come on Monday, and whoever wants none gets none', async () => {
  const [weekly, never] = [await givenReader('weekly'), await givenReader('never')]
  await told(weekly, '2031-03-04T08:00:00Z')
  await told(never, '2031-03-04T08:00:00Z')
  expect(await mailed(weekly, '2031-03-09T23:00:00Z')).toEqual([])
  expect(await mailed(weekly, '2031-03-10T07:00:00Z')).toEqual([one])
  expect(letters.filter(({ to }) => to.includes(never.email))).toEqual([])
})

test('an email says in plain text and as HTML what is new, and nothing in its subject', async () => {
  const reader = await givenReader()
  const code = await told(reader, '2031-03-04T10:00:00Z')
  await mailed(reader, '2031-03-04T10:05:00Z')
  const [letter] = letters
  const { id: mail } = await db.notificationMail.findFirstOrThrow()
  const { id } = await db.assignment.findFirstOrThrow({ where: { owner: { email: reader.email } } })
  expect(letter?.text).toContain(`Message-ID: <${mail}@127.0.0.1>`)
  expect(letter?.text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(letter?.text).toContain('Content-Type: text/plain')
  expect(letter?.text).toContain('Content-Type: text/html')
  const whole = letter?.text.replace(/\r\n/g, ' ') ?? ''
  expect(whole).toContain(`- chen assigned this recommendation to Ministry of Health   ${code}-1.1: Cooperate   http`)
  expect(whole).toContain(`/assignments/${id}`)
})

test('of more than 40 notifications the email lists 40 and says how many more there are', async () => {
  const reader = await givenReader()
  const rows = Array.from({ length: 43 }, (_, place) => ({
    ...{ id: crypto.randomUUID(), userId: reader.id, kind: 'silent' as const, key: `silent:${place}` },
    at: new Date('2031-03-04T10:00:00Z'),
  }))
  await db.notification.createMany({ data: rows })
  expect(await mailed(reader, '2031-03-04T10:05:00Z')).toEqual(['Followthrough: 43 notifications'])
  expect(letters[0]?.text).toContain('And 3 more:')
})

test('nothing is told that was read since, that may not be seen by now, or to a closed account', async () => {
  const reader = await givenReader()
  const code = await told(reader, '2031-03-04T10:00:00Z')
  await at('2031-03-04T10:05:00Z', makeMails)
  valueIn(await archiveDocument(faisal, { code }))
  expect(await mailed(reader, '2031-03-04T10:06:00Z')).toEqual([])

  await told(reader, '2031-03-04T11:00:00Z')
  await at('2031-03-04T11:05:00Z', makeMails)
  await readNotifications(reader, { until: '2031-03-04T11:05:00Z' })
  expect(await mailed(reader, '2031-03-04T11:06:00Z')).toEqual([])

  await told(reader, '2031-03-04T12:00:00Z')
  await at('2031-03-04T12:05:00Z', makeMails)
  const { version } = await db.user.findUniqueOrThrow({ where: { id: reader.id } })
  valueIn(await disableUser(faisal, { id: reader.id, version }))
  expect(await mailed(reader, '2031-03-04T12:06:00Z')).toEqual([])
})

test('several processes send each email once', async () => {
  const reader = await givenReader()
  await told(reader, '2031-03-04T10:00:00Z')
  await at('2031-03-04T10:05:00Z', async () => {
    await Promise.all([makeMails(), makeMails(), makeMails()])
    await Promise.all([sendMails(), sendMails(), sendMails()])
  })
  expect(letters.filter(({ to }) => to.includes(reader.email))).toHaveLength(1)
})

test('an email that was sent by a process that ended before it could say so goes again under the same ID', async () => {
  const reader = await givenReader()
  await told(reader, '2031-03-04T10:00:00Z')
  await mailed(reader, '2031-03-04T10:05:00Z')
  await db.notificationMail.updateMany({ data: { sentAt: null } })
  expect(await mailed(reader, '2031-03-04T10:09:59Z')).toEqual([])
  expect(await mailed(reader, '2031-03-04T10:10:00Z')).toEqual([one])
  const ids = letters.map(({ text }) => /^Message-ID: (.*)\r$/m.exec(text)?.[1])
  expect(new Set(ids).size).toBe(1)
})

test('an email that the mail server refuses is tried again, less and less often, and in the end given up', async () => {
  const reader = await givenReader()
  await db.user.update({ where: { id: reader.id }, data: { email: refused } })
  await told({ email: refused }, '2031-03-04T10:00:00Z')
  await mailed(reader, '2031-03-04T10:05:00Z')
  const waiting = () => db.notificationMail.findFirstOrThrow()
  expect(await waiting()).toMatchObject({ attempts: 1, sentAt: null, droppedAt: null })
  for (let day = 5; day < 25; day++) await mailed(reader, `2031-03-${String(day).padStart(2, '0')}T10:00:00Z`)
  expect(await waiting()).toMatchObject({ attempts: 12, sentAt: null, droppedAt: expect.any(Date) })
})

test('while the mail server is away no attempt is spent, and when it is back each person gets one email', async () => {
  const reader = await givenReader()
  mailServer.away = true
  for (const hour of [10, 11, 12]) {
    await told(reader, `2031-03-04T${hour}:00:00Z`)
    for (const minute of ['05', '06', '07']) {
      expect(await mailed(reader, `2031-03-04T${hour}:${minute}:00Z`)).toEqual([])
    }
  }
  mailServer.away = false
  expect(await db.notificationMail.findMany()).toMatchObject([{ attempts: 0 }])
  expect(await mailed(reader, '2031-03-05T12:00:00Z')).toEqual(['Followthrough: 3 notifications'])
})

test('an email that was refused keeps its content, and only one waits for an address that refuses all', async () => {
  const reader = await givenReader()
  const { email } = reader
  const wrong = `refused-${email}`
  await db.user.update({ where: { id: reader.id }, data: { email: wrong } })
  for (const hour of [10, 11, 12]) {
    await told({ email: wrong }, `2031-03-04T${hour}:00:00Z`)
    await mailed(reader, `2031-03-04T${hour}:05:00Z`)
  }
  await db.user.update({ where: { id: reader.id }, data: { email } })
  expect(await mailed(reader, '2031-03-04T12:30:00Z')).toEqual([one])
  expect(await mailed(reader, '2031-03-04T12:36:00Z')).toEqual([two])
})

test('a mail program unsubscribes without a session; opening the link only leads to a question', async () => {
  const reader = await givenReader()
  await told(reader, '2031-03-04T10:00:00Z')
  await mailed(reader, '2031-03-04T10:05:00Z')
  const link = /List-Unsubscribe: ?<([^>]+)>/.exec(letters[0]?.text.replace(/\r\n /g, '') ?? '')?.[1] ?? ''
  const code = new URL(link).pathname.split('/').at(-1) ?? ''
  const params = Promise.resolve({ code })
  const frequency = async () => (await db.user.findUniqueOrThrow({ where: { id: reader.id } })).mailFrequency

  const opened = await open(new Request(link), { params })
  expect([opened.status, opened.headers.get('location')]).toEqual([
    303,
    expect.stringContaining(`/unsubscribe/${code}`),
  ])
  expect(await frequency()).toBe('immediately')

  const forged = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`
  expect((await post(new Request(link), { params: Promise.resolve({ code: forged }) })).status).toBe(404)
  expect((await post(new Request(link), { params: Promise.resolve({ code: 'nonsense' }) })).status).toBe(404)
  expect(await frequency()).toBe('immediately')

  expect((await post(new Request(link, { method: 'POST' }), { params })).status).toBe(200)
  expect(await frequency()).toBe('never')
})
