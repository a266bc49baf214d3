import { beforeAll, expect, test } from 'vitest'
import { linkProposed } from '@/lib/imports/link-proposed'
import { db } from '@/lib/platform/db'
import { givenPeople, organizations, people, valueIn } from '../support/given'
import { givenImport, importThere } from '../support/given-import'
import { refusalOf } from '../support/refusal'

const { chen, faisal } = people
const { health } = organizations

beforeAll(givenPeople)

/** A candidate with one addressee for which an organization is proposed, and one that is unknown. */
async function givenProposal() {
  const { id: importId, candidates } = await givenImport()
  const id = candidates[0]?.id ?? ''
  const addressees = [
    { name: 'the ministry', organizationId: health.id, match: 'proposed' },
    { name: 'its partners', match: 'new' },
  ]
  await db.importCandidate.update({ where: { id }, data: { addressees } })
  return { importId, id }
}

test('a proposed organization is linked to its addressee, once, and the other addressees stay', async () => {
  const which = await givenProposal()
  const linked = valueIn(await linkProposed(chen, { ...which, version: 1, place: '0' }))
  expect(linked).toMatchObject({ version: 2, decision: (await importThere(which.importId)).candidates[0]?.decision })
  expect(linked.addressees).toEqual([
    { name: 'the ministry', organization: { slug: health.slug, name: health.name }, match: 'linked' },
    { name: 'its partners', match: 'new' },
  ])
  expect(await linkProposed(faisal, { ...which, version: 1, place: 0 })).toMatchObject({ ok: true, changed: false })
})

test('an addressee without a proposal is not linked, and a stale version is refused', async () => {
  const which = await givenProposal()
  expect(await linkProposed(chen, { ...which, version: 1, place: 1 })).toMatchObject({ ok: true, changed: false })
  await db.importCandidate.update({ where: { id: which.id }, data: { version: 2 } })
  expect(refusalOf(await linkProposed(chen, { ...which, version: 1, place: 0 }))).toBe('candidate_changed')
  expect(refusalOf(await linkProposed(chen, { ...which, version: 2, place: 'first' }))).toBe('place: addressee_missing')
})
