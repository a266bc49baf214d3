import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { withdrawAnnotation } from '@/lib/annotations/withdraw-annotation'
import type { Actor } from '@/lib/domain/actor'
import { mentionLink } from '@/lib/domain/mention'
import { outcomeOfAnnotation, outcomeOfReport } from '@/lib/mentions/outcome'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { disableUser } from '@/lib/people/disable-user'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenRecommendation, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { givenNotified, toldOf } from '../support/notified'
import { refusalOf } from '../support/refusal'

const { amina, bruno, chen, elif, faisal, gulnar } = people
const { health } = organizations

beforeAll(givenNotified)

const nothing = { notified: [], unable: [], unknown: [], ambiguous: [] }

async function given(author: Actor, body: string, more: object = {}) {
  const { key, documentId } = await givenRecommendation()
  return { key, documentId, ...valueIn(await annotate(author, { key, body, ...more })) }
}

/** Returns who is told that they are mentioned in an annotation, and can read that. */
async function mentionedIn(id: string) {
  await notify()
  const told = await Promise.all(
    Object.entries(people).map(async ([name, actor]) => {
      const { items } = await notificationsOf(actor)
      const own = items.filter(({ kind, annotation }) => kind === 'mentioned' && annotation?.id === id)
      return own.map(() => name)
    }),
  )
  return told.flat()
}

test('a name or an email address becomes a link, and the person is notified', async () => {
  const { id, body } = await given(amina, 'For @Gulnar and @chen@example.org, not `@faisal`.')
  const links = [mentionLink({ ...gulnar, name: 'gulnar' }), mentionLink({ ...chen, name: 'chen' })]
  expect(body).toBe(`For ${links[0]} and ${links[1]}, not \`@faisal\`.`)
  expect(await mentionedIn(id)).toEqual(['chen', 'gulnar'])
  expect(await outcomeOfAnnotation(amina, id)).toEqual({ ...nothing, notified: ['chen', 'gulnar'] })
  expect(await outcomeOfAnnotation(chen, id)).toEqual(nothing)
})

test('sending it again adds nothing, and preview and refusals write nothing', async () => {
  const { key } = await givenRecommendation()
  const said = { id: newId(), key, body: 'For @chen.' }
  valueIn(await annotate(amina, said))
  expect(await annotate(amina, said)).toMatchObject({ ok: true, changed: false })
  expect(await mentionedIn(said.id)).toEqual(['chen'])
})

test('people of whom the author may not know, closed accounts and names of several people stay text', async () => {
  const closed = await givenPerson({ name: 'Closed Account', organizationIds: [health.id] })
  valueIn(await disableUser(faisal, { id: closed.id, version: 1 }))
  for (let count = 0; count < 2; count++) await givenPerson({ name: 'Li Wei', organizationIds: [health.id] })

  const text = 'For @bruno, @bruno@example.org, @Closed Account, @Li Wei and @nobody@example.org.'
  const { id, body } = await given(amina, text)
  expect(body).toBe(text)
  expect(await outcomeOfAnnotation(amina, id)).toEqual({
    ...nothing,
    unknown: ['bruno', 'bruno@example.org', 'Closed', 'nobody@example.org'],
    ambiguous: ['Li Wei'],
  })

  // A link that somebody writes by hand notifies nobody of whom they may not know.
  const written = await given(amina, mentionLink({ ...bruno, name: 'bruno' }))
  expect(await mentionedIn(written.id)).toEqual([])
  expect(await db.annotationMention.count({ where: { userId: bruno.id } })).toBe(0)
})

test('who cannot read an annotation is not notified, and its author is told so', async () => {
  const own = { audience: 'organization', organization: health.slug }
  const { id } = await given(chen, 'For @bruno, @amina, @elif and @chen.', own)
  expect(await mentionedIn(id)).toEqual(['amina', 'elif'])
  expect(await outcomeOfAnnotation(chen, id)).toEqual({ ...nothing, notified: ['amina', 'elif'], unable: ['bruno'] })
})

test('who may no longer read an annotation is no longer told of it; nor is anyone if it was withdrawn', async () => {
  const leaving = await givenPerson({ name: 'Leaving', organizationIds: [health.id] })
  const own = { audience: 'organization', organization: health.slug }
  const { id } = await given(amina, 'For @Leaving.', own)
  await notify()
  const unread = async () => (await notificationsOf(leaving)).unread
  expect(await unread()).toBe(1)
  await db.membership.deleteMany({ where: { userId: leaving.id } })
  expect(await unread()).toBe(0)

  const other = await given(amina, 'For @chen.')
  expect(await mentionedIn(other.id)).toEqual(['chen'])
  valueIn(await withdrawAnnotation(amina, { id: other.id }))
  expect(await mentionedIn(other.id)).toEqual([])
  expect(await mentionedIn(id)).toEqual([])
})

test('an edit notifies only whom no earlier text mentions', async () => {
  const { id, body } = await given(amina, 'For @chen.')
  const edited = valueIn(await editAnnotation(amina, { id, version: 1, body: `${body} And @gulnar.` }))
  expect(await outcomeOfAnnotation(amina, id)).toEqual({ ...nothing, notified: ['gulnar'] })
  await db.notification.deleteMany({ where: { userId: { in: [chen.id, gulnar.id] } } })
  valueIn(await editAnnotation(amina, { id, version: edited.version, body: 'For @chen, @gulnar and @faisal.' }))
  expect(await mentionedIn(id)).toEqual(['chen', 'faisal', 'gulnar'])
  const told = await db.notification.groupBy({ by: ['userId'], where: { kind: 'mentioned' }, _count: true })
  expect(told.find(({ userId }) => userId === chen.id)?._count).toBe(1)
})

test('a text mentions at most 20 people, and its links count as text', async () => {
  const names = Array.from({ length: 21 }, (_, place) => `Person ${place} of Many`)
  for (const name of names) await givenPerson({ name, organizationIds: [health.id] })
  const { key } = await givenRecommendation()
  const many = { key, body: names.map((name) => `@${name}`).join(', ') }
  expect(refusalOf(await annotate(amina, many))).toBe('body: mentions_too_many')
  const full = { key, body: `@chen ${'x'.repeat(9_990)}` }
  expect(refusalOf(await annotate(amina, full))).toBe('body: text_too_long')
})

test('a report keeps its words, with the name in place of the address; a correction notifies only others', async () => {
  const { id: assignmentId } = await givenAssignment()
  const narrative = 'Agreed with @chen@example.org, @gulnar and @nobody.'
  const { id } = valueIn(await reportProgress(amina, { assignmentId, progress: 'in_progress', narrative }))
  const stored = await db.progressReport.findUniqueOrThrow({ where: { id } })
  expect(stored.narrative).toBe('Agreed with @chen, @gulnar and @nobody.')
  expect(await toldOf(assignmentId)).toEqual(['mentioned: chen', 'mentioned: gulnar'])
  expect(await outcomeOfReport(amina, assignmentId)).toEqual({
    ...nothing,
    notified: ['chen', 'gulnar'],
    unknown: ['nobody'],
  })
  const corrected = { assignmentId, progress: 'in_progress', narrative: 'Agreed with @chen and @faisal.', corrects: id }
  valueIn(await reportProgress(amina, corrected))
  expect((await toldOf(assignmentId)).slice(2)).toEqual(['mentioned: faisal'])
  expect(await outcomeOfReport(elif, assignmentId)).toEqual(nothing)
})
