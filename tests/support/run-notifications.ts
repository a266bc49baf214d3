import { makeMails } from '@/lib/notifications/make-mails'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { remind } from '@/lib/notifications/remind'
import { sendMails } from '@/lib/notifications/send-mails'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenAssignment, people } from './given'

const { amina, chen } = people

/** Notifications of every kind of reason: an event, and a day. */
export async function readNotifications() {
  await remind(chen, { assignmentId: (await givenAssignment()).id })
  await notify()
  for (const actor of Object.values(people)) await notificationsOf(actor)
  await makeMails()
  const [moment, userId] = [new Date(), amina.id]
  const mail = await db.notificationMail.create({
    data: { id: newId(), userId, madeAt: moment, nextAttemptAt: moment },
  })
  await db.notification.updateMany({ where: { userId }, data: { mailId: mail.id } })
  await sendMails()
}
