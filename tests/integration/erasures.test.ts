import { beforeAll, expect, test } from 'vitest'
import { annotate } from '@/lib/annotations/annotate'
import { editAnnotation } from '@/lib/annotations/edit-annotation'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { erase } from '@/lib/erasures/erase'
import { erasableIn } from '@/lib/erasures/queries'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { openEvidence } from '@/lib/evidence/queries'
import { timelineOf } from '@/lib/history/timeline'
import { verifyHistory } from '@/lib/history/verify'
import { notify } from '@/lib/notifications/notify'
import { notificationsOf } from '@/lib/notifications/queries'
import { remind } from '@/lib/notifications/remind'
import { db } from '@/lib/platform/db'
import { openFile } from '@/lib/platform/file-store'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { reportProgress } from '@/lib/reports/report-progress'
import { eventsOf, flawInHistory, givenAssignment, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'
import { rewrite } from '../support/tampering'
import { uploadOf } from '../support/uploads'

const { amina, chen, faisal } = people
const byLaw = { reason: 'Court order 12/2027', confirm: true }

beforeAll(givenPeople)

const erasing = (noun: string, id: string, items: string[]) => erase(faisal, { noun, id, items, ...byLaw })

/** Returns what can be erased on a subject whose content contains these words. */
async function erasable(noun: 'annotation' | 'assignment', id: string, words: string) {
  const { found } = await erasableIn(faisal, noun, id)
  return found.filter(({ content }) => content?.includes(words))
}

test('the text of a report is erased: the event and its hash stay, and the page and the history say when, by whom and why', async () => {
  const { id } = await givenAssignment()
  const told = { assignmentId: id, progress: 'in_progress', narrative: 'Nadia Rahimi leads the unit.' }
  const report = valueIn(await reportProgress(amina, told))
  const [first] = await eventsOf(id)
  const [found] = await erasable('assignment', id, 'Nadia')
  expect(found).toMatchObject({ id: report.id, kind: 'report', content: told.narrative })

  expect(await erasing('assignment', id, [report.id])).toMatchObject({ ok: true, changed: true })
  expect(await erasableIn(faisal, 'assignment', id)).toMatchObject({
    organization: organizations.health.name,
    erased: {
      sentence: 'faisal erased something of Ministry of Health, as the law requires',
      pairs: [{ before: 'Text of a report' }],
    },
  })
  const view = await findAssignmentInFull(chen, id)
  expect(view?.reports).toMatchObject([
    { narrative: '', erasure: { by: 'faisal', reason: byLaw.reason, at: expect.any(String) } },
  ])
  const events = await eventsOf(id)
  expect(events[0]).toEqual(first)
  expect(events[1]).toMatchObject({
    kind: 'assignment.erased',
    actorId: faisal.id,
    body: { after: { erased: [{ id: report.id, kind: 'report' }], reason: { id: expect.any(String) } } },
  })
  const { entries } = await timelineOf(chen, { subject: { type: 'assignment', id } })
  expect(entries).toMatchObject([{ kind: 'assignment.erased', text: byLaw.reason }, { text: '(erased)' }])
  expect(JSON.stringify([await db.progressReport.findMany(), view])).not.toContain('Nadia Rahimi leads')
  expect(await flawInHistory()).toBeUndefined()

  expect(await erasing('assignment', id, [report.id])).toMatchObject({ ok: true, changed: false })
  expect(await erasable('assignment', id, 'Nadia')).toEqual([])
})

test('every revision of an annotation and the note of a reminder can be erased, and no notification tells it', async () => {
  const owner = await givenPerson({ organizationIds: [organizations.health.id] })
  const { id: assignmentId, recommendation } = await givenAssignment({ ownerId: owner.id })
  const { id } = valueIn(await annotate(amina, { key: recommendation.key, body: 'Ask Nadia first.' }))
  valueIn(await editAnnotation(amina, { id, version: 1, body: 'Ask Nadia later.' }))
  const revisions = await erasable('annotation', id, 'Nadia')
  expect(revisions.map(({ content }) => content)).toEqual(['Ask Nadia later.', 'Ask Nadia first.'])
  valueIn(
    await erasing(
      'annotation',
      id,
      revisions.map((one) => one.id),
    ),
  )
  expect(await db.annotationRevision.count({ where: { annotationId: id, body: { not: '' } } })).toBe(0)

  valueIn(await remind(chen, { assignmentId, note: 'Nadia waits.' }))
  await notify()
  valueIn(
    await erasing(
      'assignment',
      assignmentId,
      (await erasable('assignment', assignmentId, 'Nadia')).map((one) => one.id),
    ),
  )
  const [reminded] = (await notificationsOf(owner)).items
  expect(reminded).toMatchObject({ kind: 'reminded' })
  expect(reminded?.note).toBeUndefined()
  expect(await flawInHistory()).toBeUndefined()
})

test('a file leaves the store, and a link loses its address; their hashes stay', async () => {
  const { id } = await givenAssignment()
  const file = valueIn(await addFile(amina, { assignmentId: id }, uploadOf('The letter as it came.')))
  const link = valueIn(await addLink(amina, { assignmentId: id, url: 'https://example.org/nadia' }))
  const { storedAs } = await db.evidence.findUniqueOrThrow({ where: { id: file.id } })
  valueIn(await erasing('assignment', id, [file.id, link.id]))

  // Nobody hears of the erasure who could not read of the evidence.
  expect((await eventsOf(id)).at(-1)).toMatchObject({ kind: 'assignment.erased', audience: 'organization' })
  expect(await openFile(storedAs ?? '')).toBeUndefined()
  expect(await openEvidence(amina, file.id)).toMatchObject({ ok: false, code: 'evidence_was_erased' })
  const view = await findAssignmentInFull(amina, id)
  expect(view?.evidence).toHaveLength(2)
  for (const one of view?.evidence ?? []) {
    expect(one).toMatchObject({ sha256: expect.any(String), erasure: { reason: byLaw.reason } })
    expect(one.url).toBeUndefined()
  }
  expect(await flawInHistory()).toBeUndefined()
})

test('a title that is the address of a link goes with it, and a title that a person typed is an item of its own', async () => {
  const { id } = await givenAssignment()
  const url = 'https://example.org/people/jane-doe'
  const link = valueIn(await addLink(amina, { assignmentId: id, url }))
  const titled = valueIn(await addLink(amina, { assignmentId: id, url: `${url}/2`, title: 'Visit of Jane Doe' }))
  valueIn(await erasing('assignment', id, [link.id, titled.id]))

  const view = await findAssignmentInFull(amina, id)
  expect(view?.evidence.map(({ title }) => title).sort()).toEqual(['', 'Visit of Jane Doe'])
  const left = await erasableIn(faisal, 'assignment', id)
  expect(left.found.map(({ content }) => content)).toEqual([byLaw.reason, 'Visit of Jane Doe'])
  expect((await eventsOf(id)).at(-1)?.body).toMatchObject({
    after: { erased: expect.arrayContaining([{ id: expect.any(String), kind: 'note' }]) },
  })
  expect(await flawInHistory()).toBeUndefined()
  expect(await erasing('assignment', id, [link.id, titled.id])).toMatchObject({ ok: true, changed: false })
})

test('only administrators erase, only what belongs to the thing, with a reason and a confirmation', async () => {
  const { id } = await givenAssignment()
  valueIn(await closeAssignment(chen, { id, closure: 'superseded', reason: 'Nadia asked for it.' }))
  const [{ id: item } = { id: '' }] = await erasable('assignment', id, 'Nadia')
  const input = { noun: 'assignment', id, items: [item], ...byLaw }
  const other = await givenAssignment()
  for (const [actor, change, code] of [
    [chen, {}, 'erasure_forbidden'],
    [{ ...faisal, scope: 'manage' } as const, {}, 'session_needed'],
    [faisal, { confirm: false }, 'confirm: erasure_unconfirmed'],
    [faisal, { reason: ' ' }, 'reason: reason_missing'],
    [faisal, { items: [] }, 'items: erasure_nothing'],
    [faisal, { items: [item, newId()] }, 'items: erasure_unknown'],
    [faisal, { id: other.id }, 'erasure_unknown'],
  ] as const) {
    const before = await eventsOf(id)
    expect(refusalOf(await erase(actor, { ...input, ...change }))).toBe(code)
    expect(await eventsOf(id)).toEqual(before)
  }
  expect(await db.reason.count({ where: { id: item, text: { not: '' } } })).toBe(1)
})

test('the database lets nothing be erased without its erasure, and nothing else be changed', async () => {
  const { id } = await givenAssignment()
  const link = valueIn(await addLink(amina, { assignmentId: id, url: 'https://example.org/letter' }))
  const change = (data: object) => db.evidence.update({ where: { id: link.id }, data })
  await expect(change({ url: 'https://example.org/other' })).rejects.toThrow('evidence_stands')
  await expect(change({ url: null, erasedAt: new Date() })).rejects.toThrow('evidence_stands')
  valueIn(await erasing('assignment', id, [link.id]))
  await expect(change({ erasedAt: new Date() })).rejects.toThrow('evidence_stands')
  const where = { erasedId: link.id }
  await expect(db.erasure.update({ where, data: { at: new Date() } })).rejects.toThrow('erasures_stand')
  await expect(db.erasure.delete({ where })).rejects.toThrow('erasures_stand')
})

test('the history shows what was removed as if by law, and a forged erasure', async () => {
  const { id } = await givenAssignment()
  const told = { assignmentId: id, progress: 'in_progress', narrative: 'It goes on.' }
  const report = valueIn(await reportProgress(amina, told))
  const { narrative, salt } = await db.progressReport.findUniqueOrThrow({ where: { id: report.id } })
  await rewrite(`update progress_reports set narrative = '', salt = null, erased_at = now() where id = '${report.id}'`)
  expect(await verifyHistory()).toMatchObject({ ok: false, flaw: { what: 'words', row: report.id } })

  await rewrite(
    `insert into erasures select '${report.id}', id, author_id, (select erased_at from progress_reports where id = '${report.id}') from reasons limit 1`,
  )
  expect(await verifyHistory()).toEqual({ ok: false, flaw: { what: 'row', table: 'erasures', row: report.id } })
  await rewrite(`delete from erasures where erased_id = '${report.id}';
    update progress_reports set narrative = '${narrative}', salt = '${salt}', erased_at = null where id = '${report.id}'`)
  expect(await flawInHistory()).toBeUndefined()
})
