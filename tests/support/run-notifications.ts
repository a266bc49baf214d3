import { annotate } from '@/lib/annotations/annotate'
import { outcomeOfAnnotation, outcomeOfReport } from '@/lib/mentions/outcome'
import { makeMails } from '@/lib/notifications/make-mails'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { remind } from '@/lib/notifications/remind'
import { sendMails } from '@/lib/notifications/send-mails'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { followedBy, followRecommendation, follows } from '@/lib/recommendations/follow-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, people, valueIn } from './given'

const { amina, chen } = people

/** Mentions in an annotation and in a report, what became of them, and a recommendation that somebody follows. */
async function mentionAndFollow() {
  const { id: assignmentId, recommendation } = await givenAssignment()
  const { key } = recommendation
  await followRecommendation(chen, { key })
  await follows(chen, key)
  await followedBy(chen)
  const { id } = valueIn(await annotate(amina, { key, body: 'For @chen.', start: 0, end: 6 }))
  await outcomeOfAnnotation(amina, id)
  await reportProgress(amina, { assignmentId, progress: 'in_progress', narrative: 'Agreed with @chen.' })
  await outcomeOfReport(amina, assignmentId)
}

/** Notifications of every kind of reason: an event, and a day. */
export async function readNotifications() {
  await mentionAndFollow()
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
