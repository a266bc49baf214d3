import { beforeAll, expect, test } from 'vitest'
import { assign } from '@/lib/assignments/assign'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { addFile } from '@/lib/evidence/add-file'
import { openEvidence } from '@/lib/evidence/queries'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { findAssignmentView } from '@/lib/register/assignment-view'
import { givenAssignment, givenPeople, people, valueIn } from '../support/given'
import { givenTwo } from '../support/given-merge'
import { givenPerson } from '../support/given-person'
import { refusalOf } from '../support/refusal'
import { uploadOf } from '../support/uploads'

const { bruno, chen } = people

beforeAll(givenPeople)

test('the members of a merged organization keep reading its evidence, also on a closed assignment that stays', async () => {
  const { from, into, merge } = await givenTwo()
  const before = await givenPerson({ organizationIds: [from.id] })
  const { id: assignmentId, recommendation } = await givenAssignment({ to: from })
  const text = 'The letter before the merge.'
  const { id } = valueIn(await addFile(before, { assignmentId }, uploadOf(text)))
  valueIn(await closeAssignment(chen, { id: assignmentId, closure: 'superseded', reason: 'The ministries merge.' }))
  valueIn(await assign(chen, { key: recommendation.key, organization: into.slug }))
  valueIn(await mergeOrganization(chen, merge))

  const after = { ...before, organizationIds: [into.id] }
  expect(await new Response(valueIn(await openEvidence(after, id)).content).text()).toBe(text)
  expect(await findAssignmentView(after, assignmentId)).toMatchObject({ evidence: [{ id }] })
  expect(refusalOf(await openEvidence(bruno, id))).toBe('evidence_not_found')
})
