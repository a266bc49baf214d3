import { expect, test } from 'vitest'
import { db } from '@/lib/platform/db'
import { givenAssignment, givenReason, people } from '../support/given'
import { givenErasure } from '../support/given-erasure'

const writtenAt = new Date('2026-03-01T09:00:00Z')

async function givenReport() {
  const { id: assignmentId } = await givenAssignment()
  const input = { progress: 'in_progress', narrative: 'Begun.', authorId: people.amina.id } as const
  return db.progressReport.create({ data: { assignmentId, asOf: new Date('2026-03-01'), ...input } })
}

async function givenRevision() {
  const { recommendationId } = await givenAssignment()
  const { paragraphId } = await db.recommendation.findUniqueOrThrow({ where: { id: recommendationId } })
  const annotation = await db.annotation.create({
    data: { recommendationId, paragraphId, authorId: people.amina.id, createdAt: writtenAt },
  })
  return db.annotationRevision.create({ data: { annotationId: annotation.id, number: 1, body: 'A note.', writtenAt } })
}

const submitted = { state: 'submitted', submittedAt: writtenAt } as const
const draft = { state: 'draft', submittedAt: null } as const
const erased = { erasedAt: writtenAt }

test('a draft is rewritten at will; handed in, it has a moment', async () => {
  const { id } = await givenReport()
  const change = (data: object) => db.progressReport.update({ where: { id }, data })

  expect(await change({ narrative: 'Begun in March.' })).toMatchObject({ narrative: 'Begun in March.' })
  await expect(change({ state: 'submitted' })).rejects.toThrow('progress_reports_submitted')
  expect(await change(submitted)).toMatchObject(submitted)
})

test.each([
  { what: 'other words', data: { narrative: 'Nothing done.' } },
  { what: 'another progress', data: { progress: 'implemented' } as const },
  { what: 'another day', data: { asOf: new Date('2026-01-01') } },
  { what: 'a draft again', data: draft },
  { what: 'another author', data: { authorId: people.chen.id } },
  { what: 'an erasure that leaves the words', data: erased },
  { what: 'an erasure of more than the words', data: { ...erased, narrative: '', progress: 'implemented' } as const },
  { what: 'words taken out without saying when', data: { narrative: '' } },
])('a report that was handed in stands: no $what', async ({ data }) => {
  const { id } = await givenReport()
  const before = await db.progressReport.update({ where: { id }, data: submitted })

  await expect(db.progressReport.update({ where: { id }, data })).rejects.toThrow('progress_reports_stand')
  await expect(db.progressReport.delete({ where: { id } })).rejects.toThrow('progress_reports_stand')

  expect(await db.progressReport.findUnique({ where: { id } })).toEqual(before)
})

test('an earlier wording of a note stands', async () => {
  const { id, annotationId } = await givenRevision()
  const where = { id }

  await expect(db.annotationRevision.update({ where, data: { body: 'No.' } })).rejects.toThrow(
    'annotation_revisions_stand',
  )
  await expect(db.annotationRevision.update({ where, data: { number: 2 } })).rejects.toThrow(
    'annotation_revisions_stand',
  )
  await expect(db.annotationRevision.delete({ where })).rejects.toThrow('annotation_revisions_stand')
  await expect(db.annotation.delete({ where: { id: annotationId } })).rejects.toMatchObject({ code: 'P2003' })
})

test('a reason stands', async () => {
  const { id } = await givenReason()

  await expect(db.reason.update({ where: { id }, data: { text: 'No.' } })).rejects.toThrow('reasons_stand')
  await expect(db.reason.delete({ where: { id } })).rejects.toThrow('reasons_stand')
})

test('the law can have words erased, once and for good', async () => {
  const [report, revision, reason] = [await givenReport(), await givenRevision(), await givenReason()]
  await db.progressReport.update({ where: { id: report.id }, data: submitted })
  const { id } = reason
  await expect(db.reason.update({ where: { id }, data: { ...erased, text: '' } })).rejects.toThrow('reasons_stand')
  for (const { id } of [report, revision, reason]) await givenErasure(id, writtenAt)

  expect(
    await db.progressReport.update({ where: { id: report.id }, data: { ...erased, narrative: '' } }),
  ).toMatchObject(erased)
  expect(
    await db.annotationRevision.update({ where: { id: revision.id }, data: { ...erased, body: '' } }),
  ).toMatchObject(erased)
  expect(await db.reason.update({ where: { id: reason.id }, data: { ...erased, text: '' } })).toMatchObject(erased)

  for (const data of [{ erasedAt: null }, { erasedAt: null, text: 'By a later report.' }, { erasedAt: new Date() }]) {
    await expect(db.reason.update({ where: { id: reason.id }, data })).rejects.toThrow('reasons_stand')
  }
})
