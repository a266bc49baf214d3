import { expect, test } from 'vitest'
import { erase } from '@/lib/erasures/erase'
import { change } from '@/lib/history/change'
import { hashed } from '@/lib/history/events'
import { verifyHistory } from '@/lib/history/verify'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { ok } from '@/lib/platform/result'
import { people } from '../../support/given'
import { done, rows } from './written'

const { amina, chen, faisal } = people
const byLaw = { reason: 'Court order 12/2027', confirm: true }

test('it says how far it has come', async () => {
  const heard: string[] = []
  await verifyHistory((what, done, of) => heard.push(`${what} ${done === of ? 'all' : 'some'}`))
  expect(heard.slice(0, 3)).toEqual(['events some', 'events all', 'words all'])
  expect(heard).toContain('assignments all')
})

test('a draft is nobody’s word yet', async () => {
  const assignment = await db.assignment.findFirstOrThrow()
  const unsaid = { assignmentId: assignment.id, authorId: amina.id, progress: 'implemented', asOf: new Date() } as const
  const { id } = await db.progressReport.create({ data: { ...unsaid, narrative: 'Soon.' } })

  expect(await verifyHistory()).toMatchObject({ ok: true })
  await db.progressReport.delete({ where: { id } })
})

test('words from before there were salts are sound, and their salt goes with words that are erased', async () => {
  const [id, text] = [newId(), 'Written long ago.']
  await change(chen, async ({ tx, record, now }) => {
    await tx.reason.create({ data: { id, text, authorId: chen.id, writtenAt: now } })
    const reason = hashed(id, text, null)
    const body = { before: { withdrawn: false as const }, after: { withdrawn: true as const, reason } }
    record({ kind: 'annotation.withdrawn', subjectId: newId(), recommendationId: null, body })
    return ok(null)
  })
  expect(await verifyHistory()).toMatchObject({ ok: true })

  const salts = () => db.annotationRevision.findUniqueOrThrow({ where: { id: done.note }, select: { salt: true } })
  expect(await salts()).toEqual({ salt: expect.stringMatching(/^[0-9a-f]{32}$/) })
  const erased = { noun: 'annotation', id: rows.annotations, items: [done.note], ...byLaw }
  expect(await erase(faisal, erased)).toMatchObject({ ok: true })
  expect(await salts()).toEqual({ salt: null })
  expect(await verifyHistory()).toMatchObject({ ok: true })
})

test('after all of it the history stands as before, and what the law had erased is no flaw', async () => {
  const erased = { noun: 'assignment', id: rows.assignments, items: [done.reason, done.report], ...byLaw }
  expect(await erase(faisal, erased)).toMatchObject({ ok: true })

  expect(await verifyHistory()).toMatchObject({ ok: true })
})
