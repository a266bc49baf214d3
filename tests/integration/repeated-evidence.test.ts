import { beforeAll, expect, test } from 'vitest'
import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { newId } from '@/lib/platform/id'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { refusalOf } from '../support/refusal'
import { uploadOf } from '../support/uploads'

const { amina } = people

beforeAll(givenPeople)

const otherwise: { field: string; value: string }[] = [
  { field: 'title', value: 'The final letter' },
  { field: 'from', value: '2026-01-01' },
  { field: 'to', value: '2026-06-30' },
  { field: 'audience', value: 'internal' },
]
for (const { field, value } of otherwise) {
  test(`the same file or link under the same ID is refused with another ${field}, so that it is not lost`, async () => {
    const { id: assignmentId } = await givenAssignment()
    const [file, link] = [newId(), newId()]
    const url = 'https://example.org/letter'
    valueIn(await addFile(amina, { assignmentId, id: file }, uploadOf('Once.')))
    valueIn(await addLink(amina, { assignmentId, id: link, url }))

    const again = await addFile(amina, { assignmentId, id: file }, uploadOf('Once.', 'letter.txt', { [field]: value }))
    expect(refusalOf(again)).toBe('evidence_sent_before')
    expect(refusalOf(await addLink(amina, { assignmentId, id: link, url, [field]: value }))).toBe(
      'evidence_sent_before',
    )
    expect(await addLink(amina, { assignmentId, id: link, url })).toMatchObject({ ok: true, changed: false })
  })
}
