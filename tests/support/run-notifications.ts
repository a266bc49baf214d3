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
import { mailServer, refused } from './mailbox'

const { amina, bruno, chen } = people

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
  await sendInVain()
  await mailAbout(amina.id)
  await sendMails()
}

/** An email that the mail server refuses, and one that waits because the mail server does not answer. */
async function sendInVain() {
  await db.user.update({ where: { id: bruno.id }, data: { email: refused } })
  await mailAbout(bruno.id)
  mailServer.away = true
  await sendMails()
  mailServer.away = false
  await db.notificationMail.updateMany({ data: { nextAttemptAt: new Date() } })
  await sendMails()
}

async function mailAbout(userId: string) {
  const moment = new Date()
  const mail = { id: newId(), userId, madeAt: moment, nextAttemptAt: moment }
  await db.notificationMail.create({ data: mail })
  await db.notification.createMany({
    data: [{ id: newId(), userId, kind: 'silent', key: `silent:${mail.id}`, at: moment, mailId: mail.id }],
  })
}
