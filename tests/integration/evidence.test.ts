import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import type { Actor } from '@/lib/domain/actor'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { findEvidence, openEvidence } from '@/lib/evidence/queries'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { hashed } from '@/lib/history/events'
import { countHistory, historyOf } from '@/lib/history/queries'
import { timelineOf } from '@/lib/history/timeline'
import { at } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { findAssignmentInFull } from '@/lib/register/assignment-in-full'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { eventsOf, flawInHistory, givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { uploadOf } from '../support/uploads'

const { amina, bruno, chen, dita, elif, faisal } = people
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

beforeAll(givenPeople)

const evidenceOf = async (assignmentId: string, reader: Actor = chen) =>
  (await findAssignmentView(reader, assignmentId))?.evidence ?? []

async function givenFile(text = `The letter ${newId()}.`, fields: Record<string, string> = {}) {
  const { id: assignmentId } = await givenAssignment()
  const { id } = valueIn(await addFile(amina, { assignmentId }, uploadOf(text, 'letter.txt', fields)))
  return { assignmentId, id, text }
}

async function textOf(reader: Actor, id: string) {
  const { content } = valueIn(await openEvidence(reader, id))
  return new Response(content).text()
}

test('an organization adds a file: it is kept as it came, with who added it, when, and its hash', async () => {
  const { id: assignmentId } = await givenAssignment()
  const text = 'The curriculum was adopted on 3 May.'
  const request = uploadOf(text, 'C:\\Letters\\Letter \u202egnp.txt', { from: '2026-01-01', to: '2026-06-30' })

  const added = await at('2026-11-24T09:00:00Z', () => addFile(amina, { assignmentId }, request))

  const { id } = valueIn(added)
  expect(added).toMatchObject({ value: { id, sha256: sha256(text), scan: 'not_scanned' } })
  expect(await evidenceOf(assignmentId)).toEqual([
    {
      ...{ id, kind: 'file', title: 'Letter gnp.txt', sha256: sha256(text), bytes: 36, mediaType: 'text/plain' },
      ...{ from: '2026-01-01', to: '2026-06-30', audience: 'organization', onBehalf: false, scan: 'not_scanned' },
      ...{ by: { id: amina.id, name: 'amina' }, addedAt: '2026-11-24T09:00:00.000Z', reports: [], letterOf: [] },
    },
  ])
  const row = await db.evidence.findUniqueOrThrow({ where: { id }, include: { title: true } })
  expect((await eventsOf(assignmentId)).at(-1)).toEqual({
    kind: 'assignment.evidence_added',
    actorId: amina.id,
    audience: 'organization',
    body: {
      before: null,
      after: {
        ...{ evidenceId: id, kind: 'file', content: sha256(text), audience: 'organization', onBehalf: false },
        ...{ from: '2026-01-01', to: '2026-06-30' },
        title: hashed(row.titleId, 'Letter gnp.txt', row.title.salt),
      },
    },
  })
  expect(await textOf(amina, id)).toBe(text)
})

test('a coordinator adds a link on behalf of the organization; its hash is that of the address', async () => {
  const { id: assignmentId } = await givenAssignment()

  const added = await addLink(chen, { assignmentId, url: ' HTTPS://Example.org/law?a=1 ', audience: 'internal' })

  const url = 'https://example.org/law?a=1'
  expect(valueIn(added)).toMatchObject({ sha256: sha256(url) })
  const piece = { kind: 'link', url, title: 'example.org/law?a=1', audience: 'internal', onBehalf: true }
  expect(await evidenceOf(assignmentId, bruno)).toMatchObject([piece])
  expect(refusalOf(await openEvidence(chen, valueIn(added).id))).toBe('evidence_not_found')
})

const urls = [
  ['javascript:alert(1)', 'url: evidence_url_unreadable'],
  ['ftp://example.org/', 'url: evidence_url_unreadable'],
  ['https://name:word@example.org/', 'url: evidence_url_unreadable'],
  ['example.org', 'url: evidence_url_unreadable'],
  ['', 'url: evidence_url_missing'],
] as const
test.each(urls)('a link to %s is refused', async (url, code) => {
  const { id: assignmentId } = await givenAssignment()
  expect(refusalOf(await addLink(amina, { assignmentId, url }))).toBe(code)
})

test('evidence for the organization is there for its members and those who read everything, and for nobody else', async () => {
  const { assignmentId, id } = await givenFile()
  const subject = { type: 'assignment', id: assignmentId }

  for (const reader of [amina, dita, chen, elif, faisal]) {
    expect(await evidenceOf(assignmentId, reader)).toHaveLength(1)
    expect(await countHistory(reader, { subject })).toBe(1)
    expect(await openEvidence(reader, id)).toMatchObject({ ok: true })
  }
  expect(await evidenceOf(assignmentId, bruno)).toEqual([])
  expect((await findAssignmentInFull(bruno, assignmentId))?.evidence).toEqual([])
  expect(await findEvidence(bruno, id)).toBeUndefined()
  expect(refusalOf(await openEvidence(bruno, id))).toBe('evidence_not_found')
  expect(refusalOf(await withdrawEvidence(bruno, { id, reason: 'Mine.' }))).toBe('evidence_not_found')
  expect((await historyOf(bruno, { subject })).items).toEqual([])
})

test('evidence for everyone is there for everyone signed in, but only the organization may withdraw it', async () => {
  const { assignmentId, id, text } = await givenFile(undefined, { audience: 'internal' })
  expect(await textOf(bruno, id)).toBe(text)
  expect(await countHistory(bruno, { subject: { type: 'assignment', id: assignmentId } })).toBe(1)
  expect(refusalOf(await withdrawEvidence(bruno, { id, reason: 'No.' }))).toBe('evidence_withdrawal_forbidden')
  expect(refusalOf(await withdrawEvidence(elif, { id, reason: 'No.' }))).toBe('evidence_withdrawal_forbidden')
})

test('the same content twice on an assignment is refused, naming what is there; elsewhere it is accepted', async () => {
  const { assignmentId, id, text } = await givenFile()
  const second = await addFile(chen, { assignmentId }, uploadOf(text, 'other.txt'))
  expect(second).toMatchObject({
    reason: 'conflict',
    field: 'file',
    code: 'evidence_there',
    params: { title: 'letter.txt', by: 'amina' },
  })
  const { id: elsewhere } = await givenAssignment()
  valueIn(await addFile(amina, { assignmentId: elsewhere }, uploadOf(text)))

  valueIn(await withdrawEvidence(amina, { id, reason: 'The wrong version.' }))
  valueIn(await addFile(amina, { assignmentId }, uploadOf(text)))
  expect(await evidenceOf(assignmentId)).toHaveLength(2)
})

test('a double click adds one piece; other content under the same ID is refused', async () => {
  const { id: assignmentId } = await givenAssignment()
  const id = newId()
  const send = (text: string) => addFile(amina, { assignmentId, id }, uploadOf(text))

  expect(await send('Once.')).toMatchObject({ ok: true, changed: true })
  expect(await send('Once.')).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await send('Twice.'))).toBe('evidence_sent_before')
  expect(await evidenceOf(assignmentId)).toHaveLength(1)
})

test('withdrawn evidence keeps its title, its hash and the reason, and its content is given to nobody', async () => {
  const { assignmentId, id, text } = await givenFile()
  const link = valueIn(await addLink(amina, { assignmentId, url: 'https://example.org/' }))

  const reason = 'It names a witness.'
  for (const one of [id, link.id]) valueIn(await withdrawEvidence(chen, { id: one, reason }))

  const [second, first] = await evidenceOf(assignmentId, amina)
  const withdrawn = { by: { id: chen.id, name: 'chen' }, at: expect.any(String), reason }
  expect(first).toMatchObject({ id, title: 'letter.txt', sha256: sha256(text), withdrawn })
  expect(second).toMatchObject({ id: link.id, withdrawn })
  expect(second).not.toHaveProperty('url')
  for (const reader of [amina, chen, faisal])
    expect(refusalOf(await openEvidence(reader, id))).toBe('evidence_was_withdrawn')
  const { entries } = await timelineOf(amina, { subject: { type: 'assignment', id: assignmentId } })
  expect(entries[1]).toMatchObject({
    sentence: 'chen withdrew evidence of Ministry of Health: “letter.txt”',
    text: reason,
  })
  expect(await withdrawEvidence(amina, { id, reason })).toMatchObject({ ok: true, changed: false })
  expect(refusalOf(await withdrawEvidence(amina, { id, reason: 'Again.' }))).toBe('evidence_withdrawn_before')
})

test('an assignment with evidence has work, so it is not removed', async () => {
  const { assignmentId } = await givenFile()
  expect(refusalOf(await removeAssignment(chen, { id: assignmentId }))).toBe('assignment_has_work')
  valueIn(await closeAssignment(chen, { id: assignmentId, closure: 'superseded', reason: 'By another.' }))
  expect(await evidenceOf(assignmentId)).toHaveLength(1)
})

test('the database itself refuses to change or to remove evidence', async () => {
  const { id } = await givenFile()
  for (const change of [
    db.evidence.update({ where: { id }, data: { sha256: '0'.repeat(64) } }),
    db.evidence.update({ where: { id }, data: { audience: 'internal' } }),
    db.evidence.update({ where: { id }, data: { scan: 'clean' } }),
    db.evidence.delete({ where: { id } }),
  ]) {
    await expect(change).rejects.toThrow('evidence_stands')
  }
  expect(await flawInHistory()).toBeUndefined()
})
