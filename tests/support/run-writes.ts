import { editDocument } from '@/lib/documents/edit-document'
import { addLink } from '@/lib/evidence/add-link'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { sendMails } from '@/lib/notifications/send-mails'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { forgiveTries, keyOf } from '@/lib/people/sign-in-limits'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { seed } from '@/prisma/seed/seed'
import { givenAssignment, givenReason, givenRecommendation, people, valueIn } from './given'
import { givenCycle } from './given-cycle'
import { givenErasure } from './given-erasure'
import { givenTwo } from './given-merge'
import { givenPerson } from './given-person'

const { chen } = people

/** Runs what sends statements, or calls functions of the database, whose rows nobody reads. */
export async function runWrites() {
  await seedAndTranslate()
  await mergeTwo()
  await forgiveTries(keyOf.address('192.0.2.0/24'), [keyOf.address('198.51.100.0/24')])
  await dropMail()
  await keepTexts()
}

async function seedAndTranslate() {
  await seed()
  valueIn(await editDocument(chen, { code: 'SALVADOR-2010', version: 1, language: 'fr' }))
}

/** Both have one recommendation, on which a cycle asks one of them, and the one that is merged has another one alone. */
async function mergeTwo() {
  const { from, into, merge } = await givenTwo()
  const of = await givenRecommendation()
  await givenAssignment({ to: into, of })
  await givenAssignment({ to: from, of, dueOn: '2027-06-30' })
  await givenAssignment({ to: from })
  await givenCycle({ organizations: [from.slug] })
  valueIn(await mergeOrganization(chen, merge))
}

/** An email of which nothing is left to tell. */
async function dropMail() {
  const { id: userId } = await givenPerson({})
  const moment = new Date()
  await db.notificationMail.create({ data: { id: newId(), userId, madeAt: moment, nextAttemptAt: moment } })
  await sendMails()
}

/** What texts and evidence allow: an erased text, a withdrawal, and a paragraph whose quotes stay. */
async function keepTexts() {
  const { id } = await givenReason()
  const erasedAt = new Date()
  await givenErasure(id, erasedAt)
  await db.reason.update({ where: { id }, data: { text: '', salt: null, erasedAt } })

  const { id: assignmentId, recommendationId } = await givenAssignment()
  const evidence = valueIn(await addLink(chen, { assignmentId, url: 'https://example.org/terms' }))
  valueIn(await withdrawEvidence(chen, { id: evidence.id, reason: 'It concerns another law.' }))

  const { paragraph } = await db.recommendation.findUniqueOrThrow({
    where: { id: recommendationId },
    select: { paragraph: { select: { id: true, text: true } } },
  })
  await db.paragraph.update({ where: { id: paragraph.id }, data: { text: `${paragraph.text} They agreed.` } })
}
