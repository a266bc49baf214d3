import { assign } from '@/lib/assignments/assign'
import { setMailFrequency } from '@/lib/notifications/mail-frequency'
import { makeMails } from '@/lib/notifications/make-mails'
import { notify } from '@/lib/notifications/notify'
import { sendMails } from '@/lib/notifications/send-mails'
import { at } from '@/lib/platform/clock'
import type { MailFrequency } from '@/prisma/generated/enums'
import { givenRecommendation, organizations, people, valueIn } from './given'
import { givenPerson } from './given-person'
import { letters } from './mailbox'

const { chen } = people

/** A person who gets emails this often. */
export async function givenReader(frequency: MailFrequency = 'immediately') {
  const reader = await givenPerson({ organizationIds: [organizations.health.id] })
  valueIn(await setMailFrequency(reader, { frequency }))
  return reader
}

/** Assigns a new recommendation to the reader at a moment, and makes the notification. Returns its document. */
export async function told(reader: { email: string }, moment: string) {
  const { key } = await givenRecommendation()
  await at(moment, async () => {
    valueIn(await assign(chen, { key, organization: organizations.health.slug, owner: reader.email }))
    await notify()
  })
  return key.slice(0, -'-1.1'.length)
}

/** Makes and sends what is due at a moment. Returns the subjects of the emails to the reader. */
export async function mailed(reader: { email: string }, moment: string) {
  const before = letters.length
  await at(moment, async () => {
    await makeMails()
    await sendMails()
  })
  const own = letters.slice(before).filter(({ to }) => to.includes(reader.email))
  return own.map(({ text }) => /^Subject: (.*)\r$/m.exec(text)?.[1])
}
