import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { openEvidence } from '@/lib/evidence/queries'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { newId } from '@/lib/platform/id'
import { givenAssignment, people, valueIn } from '../given'
import { uploadOf } from '../uploads'
import { everybody, keepers, type Permission, readersOfAll, whose, whoTakePart } from './permission'

/** Adds a file to an assignment. Returns its ID. */
async function givenFile(assignment: ReturnType<typeof givenAssignment>, audience: string) {
  const { id: assignmentId } = await assignment
  return valueIn(await addFile(people.chen, { assignmentId }, uploadOf(newId(), 'letter.txt', { audience }))).id
}

type Allowed = Record<'answering' | 'reading', Permission['allowed']>

/** Returns what is done with evidence of the actor's organization, or of another one. */
function onEvidence(relation: keyof typeof whose, { answering, reading }: Allowed): Permission[] {
  const fresh = () => givenAssignment({ to: whose[relation] })
  const permission = (command: string, allowed: Permission['allowed'], attempt: Permission['attempt']): Permission => ({
    command,
    relation,
    allowed,
    attempt,
  })
  return [
    permission('addFile', answering, async (person) =>
      addFile(person, { assignmentId: (await fresh()).id }, uploadOf(newId())),
    ),
    permission('addLink', answering, async (person) =>
      addLink(person, { assignmentId: (await fresh()).id, url: 'https://example.org/' }),
    ),
    permission('openEvidence', reading, async (person) =>
      openEvidence(person, await givenFile(fresh(), 'organization')),
    ),
    permission('openEvidence', everybody, async (person) => openEvidence(person, await givenFile(fresh(), 'internal'))),
    permission('withdrawEvidence', answering, async (person) =>
      withdrawEvidence(person, { id: await givenFile(fresh(), 'internal'), reason: 'The wrong file.' }),
    ),
  ]
}

export const onAllEvidence = [
  ...onEvidence('own organization', { answering: whoTakePart, reading: everybody }),
  ...onEvidence('another organization', { answering: keepers, reading: readersOfAll }),
]
