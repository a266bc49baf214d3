import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/assignments/answer'
import { askAgain } from '@/lib/assignments/ask-again'
import { closeAssignment } from '@/lib/assignments/close-assignment'
import { removeAssignment } from '@/lib/assignments/remove-assignment'
import { reopenAssignment } from '@/lib/assignments/reopen-assignment'
import { closeCycle } from '@/lib/cycles/close-cycle'
import type { Cycle } from '@/lib/cycles/cycle'
import { editCycle } from '@/lib/cycles/edit-cycle'
import { assignmentsOf, countsOf, organizationsOf } from '@/lib/cycles/results'
import { archiveDocument } from '@/lib/documents/archive-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { db } from '@/lib/platform/db'
import { closeRecommendation } from '@/lib/recommendations/close-recommendation'
import { reopenRecommendation } from '@/lib/recommendations/reopen-recommendation'
import { reportProgress } from '@/lib/reports/report-progress'
import { givenAssignment, givenPeople, organizations, people, valueIn } from '../support/given'
import { givenAsked, givenCycle } from '../support/given-cycle'
import { givenOrganization } from '../support/places'

const { chen, dita } = people

beforeAll(givenPeople)

type Reader = typeof chen

/** Returns the counts of the organizations in their order, counted from all rows. */
async function countedSlowly(reader: Reader, cycle: Cycle) {
  const { items } = await assignmentsOf(reader, cycle, { limit: 1_000 })
  return [...new Set(items.map(({ organization }) => organization.slug))].map((slug) => {
    const own = items.filter(({ organization }) => organization.slug === slug)
    const of = (wanted: string) => own.filter(({ answer }) => answer === wanted).length
    return {
      organization: own[0]?.organization,
      counts: {
        asked: own.length,
        answered: of('answered'),
        late: of('late'),
        not_answered: of('not_answered'),
        closed: of('closed'),
      },
    }
  })
}

/** Returns all rows, read a few at a time. */
async function rowsInParts(reader: Reader, cycle: Cycle, answer: 'not_answered' | undefined) {
  const rows: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await assignmentsOf(reader, cycle, { answer, after, limit: 2 })
    rows.push(...items.map(({ assignment }) => assignment))
    if (next === null) return rows
    after = next
  }
}

async function expectAgreement(reader: Reader, cycles: Cycle[]) {
  const counted = await countsOf(reader, cycles)
  for (const cycle of cycles) {
    const slowly = await countedSlowly(reader, cycle)
    expect((await organizationsOf(reader, cycle)).items).toEqual(slowly)
    expect(counted(cycle).asked).toBe(slowly.reduce((asked, { counts }) => asked + counts.asked, 0))
  }
}

async function expectPages(reader: Reader, cycles: Cycle[]) {
  for (const answer of [undefined, 'not_answered'] as const) {
    for (const cycle of cycles) {
      const { items } = await assignmentsOf(reader, cycle, { answer, limit: 1_000 })
      expect(await rowsInParts(reader, cycle, answer)).toEqual(items.map(({ assignment }) => assignment))
    }
  }
}

test('the counts of each organization are those of its assignments after every change', async () => {
  const [one, other] = [await givenAsked(), await givenAsked()]
  const third = await givenOrganization({ name: 'Bureau 2' })
  const { id: ofThird } = await givenAssignment({ of: one.of, to: third })
  const goes = await givenOrganization({ name: 'Bureau 10' })
  await givenAssignment({ of: other.of, to: goes })
  const asked = { organizations: [...Object.values(organizations), third, goes].map(({ slug }) => slug) }
  const cycles = [
    await givenCycle({ ...asked, asks: 'report' }),
    await givenCycle({ ...asked, asks: 'position' }),
    await givenCycle({ ...asked, document: one.document }),
  ]
  const [reports] = cycles as [Cycle]
  const because = { closure: 'superseded', reason: 'By a later report.' }
  const versionOf = async (id: string) => (await db.assignment.findUniqueOrThrow({ where: { id } })).version
  const refusal = { position: 'not_accepted', reason: 'The law forbids it.' }
  const said = { progress: 'in_progress', narrative: 'A draft exists.' }

  const changes = [
    () => reportProgress(chen, { ...said, assignmentId: one.health }),
    () => reportProgress(chen, { ...said, assignmentId: ofThird }),
    async () => answer(chen, { assignmentId: one.finance, ...refusal, version: await versionOf(one.finance) }),
    async () => askAgain(chen, { assignmentId: one.finance, version: await versionOf(one.finance) }),
    () => closeAssignment(chen, { id: other.finance, ...because }),
    () => reopenAssignment(chen, { id: other.finance, reason: 'Too early.' }),
    () => closeRecommendation(chen, { key: other.key, ...because }),
    () => reopenRecommendation(chen, { key: other.key, reason: 'Too early.' }),
    () => removeAssignment(chen, { id: other.health }),
    () => renameOrganization(chen, { slug: third.slug, name: 'Bureau 11', version: third.version }),
    () => archiveDocument(chen, { code: other.document }),
    () => restoreDocument(chen, { code: other.document }),
    () => mergeOrganization(chen, { slug: goes.slug, into: third.slug }),
    () => editCycle(chen, { id: reports.id, version: reports.version, closesOn: '2100-12-31' }),
    () => closeCycle(chen, { id: reports.id }),
    () => reportProgress(chen, { ...said, assignmentId: one.finance }),
  ]
  await expectAgreement(chen, cycles)
  for (const [place, change] of changes.entries()) {
    valueIn<unknown>(await change())
    await expectAgreement(place % 3 === 1 ? dita : chen, cycles)
  }
  await expectPages(dita, cycles)
})
