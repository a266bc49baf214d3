import { addFile } from '@/lib/evidence/add-file'
import { addLink } from '@/lib/evidence/add-link'
import { openEvidence } from '@/lib/evidence/queries'
import { releaseEvidence } from '@/lib/evidence/release-evidence'
import { withdrawEvidence } from '@/lib/evidence/withdraw-evidence'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { givenAssignment, people, valueIn } from '../given'
import { uploadOf } from '../uploads'
import { administrators, everybody, keepers, type Permission, readersOfAll, whose, whoTakePart } from './permission'

/** Adds a file to an assignment. Returns its ID. */
async function givenFile(assignment: ReturnType<typeof givenAssignment>, audience: string) {
  const { id: assignmentId } = await assignment
  return valueIn(await addFile(people.chen, { assignmentId }, uploadOf(newId(), 'letter.txt', { audience }))).id
}

/** Adds a file that could not be scanned. Returns its ID. */
async function givenHeld(assignment: ReturnType<typeof givenAssignment>) {
  const id = await givenFile(assignment, 'internal')
  await db.$transaction([
    db.$executeRaw`set local session_replication_role = replica`,
    db.evidence.update({ where: { id }, data: { scan: 'held' } }),
  ])
  return id
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
    permission('releaseEvidence', administrators, async (person) =>
      releaseEvidence(person, { id: await givenHeld(fresh()) }),
    ),
  ]
}

export const onAllEvidence = [
  ...onEvidence('own organization', { answering: whoTakePart, reading: everybody }),
  ...onEvidence('another organization', { answering: keepers, reading: readersOfAll }),
]
