import { acceptAbove } from '@/lib/imports/accept-above'
import { confirmPlaces } from '@/lib/imports/confirm-places'
import { findSection, listCandidates } from '@/lib/imports/contents'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { editImport } from '@/lib/imports/edit-import'
import { listDifferences } from '@/lib/imports/list-differences'
import { countsOfPlaces } from '@/lib/imports/list-places'
import { publishImport } from '@/lib/imports/publish-import'
import { listImports } from '@/lib/imports/queries'
import { readImports } from '@/lib/imports/read-imports'
import { receiveText } from '@/lib/imports/receive-import'
import { giveBack, takeImport } from '@/lib/imports/take-import'
import { undecidedAbove } from '@/lib/imports/undecided-above'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { newId } from '@/lib/platform/id'
import { organizations, people, valueIn } from './given'
import { confirmAll, givenCompared } from './given-edition'
import { givenImport, givenReviewed, reportText } from './given-import'

const { chen } = people

/** An import from its text to the published document. */
export async function readAndPublish() {
  const { id, version, candidates, code } = await givenImport({ text: `${reportText}\n\nPage 2 of 3` })
  const addressees = [{ name: 'States', organization: organizations.health.slug }]
  valueIn(await decideCandidate(chen, { importId: id, id: candidates[0]?.id, version: 1, addressees }))
  valueIn(await editImport(chen, { id, version, symbol: 'A/1' }))
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await findSection(chen, id, 1))
  valueIn(await listCandidates(chen, id, { limit: 5 }))
  valueIn(await listImports(chen))
  await undecidedAbove(id, [0.9, 0.5])
  valueIn(await publishImport(chen, { id, code, assign: true }))
  await publishAndWithdraw()
  await publishAndWithdrawEdition()
  await failAndGiveBack()
}

/** A text that has no paragraph, and one that a process takes and gives back. */
async function failAndGiveBack() {
  valueIn(await receiveText(chen, { text: '5' }))
  await readImports()
  valueIn(await receiveText(chen, { text: `1. ${newId()}` }))
  const taken = await takeImport()
  if (taken) await giveBack(taken, 60_000)
}

/** The import of a new edition, from its comparison to its withdrawal. */
async function publishAndWithdrawEdition() {
  const { id } = await givenCompared()
  valueIn(await confirmPlaces(chen, { importId: id, state: 'unchanged' }))
  await confirmAll(id)
  await countsOfPlaces(id)
  valueIn(await listDifferences(chen, id, { kind: 'changed', limit: 5 }))
  valueIn(await acceptAbove(chen, { importId: id, confidence: 0 }))
  valueIn(await publishImport(chen, { id }))
  valueIn(await withdrawImport(chen, { id }))
}

async function publishAndWithdraw() {
  const { id, code } = await givenReviewed()
  valueIn(await publishImport(chen, { id, code }))
  valueIn(await withdrawImport(chen, { id }))
}
