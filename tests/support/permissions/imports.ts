import { acceptAbove } from '@/lib/imports/accept-above'
import { addCandidate } from '@/lib/imports/add-candidate'
import { confirmPlaces } from '@/lib/imports/confirm-places'
import { decideCandidate } from '@/lib/imports/decide-candidate'
import { decidePlace } from '@/lib/imports/decide-place'
import { editImport } from '@/lib/imports/edit-import'
import { linkProposed } from '@/lib/imports/link-proposed'
import { listPlaces } from '@/lib/imports/list-places'
import { mergeCandidates } from '@/lib/imports/merge-candidates'
import { previewImport } from '@/lib/imports/preview-import'
import { publishImport } from '@/lib/imports/publish-import'
import { findImport } from '@/lib/imports/queries'
import { receiveImport, receiveText } from '@/lib/imports/receive-import'
import { splitCandidate } from '@/lib/imports/split-candidate'
import { withdrawImport } from '@/lib/imports/withdraw-import'
import { newId } from '@/lib/platform/id'
import { givenCompared } from '../given-edition'
import { givenImport, givenReviewed } from '../given-import'
import { uploadOf } from '../uploads'
import { keepers, type Permission, type Person } from './permission'

/** Reading an import takes a process of its own, so those who change nothing and those who are refused share one. */
let shared: ReturnType<typeof givenReviewed> | undefined
const unchanged = () => {
  shared ??= givenReviewed()
  return shared
}
const imported = (person: Person, given: typeof givenImport | typeof givenReviewed = givenImport) =>
  keepers.includes(person.role) ? given() : unchanged()

let sharedEdition: ReturnType<typeof givenCompared> | undefined
const compared = (person: Person) => {
  if (keepers.includes(person.role)) return givenCompared()
  sharedEdition ??= givenCompared()
  return sharedEdition
}

/** Commands on imports. Those who keep the record decide on each other's. */
const attempts: Record<string, Permission['attempt']> = {
  receiveImport: (person) => receiveImport(person, {}, uploadOf(`1. States should ${newId()}.`)),
  receiveText: (person) => receiveText(person, { text: `1. States should ${newId()}.` }),
  findImport: async (person) => findImport(person, (await unchanged()).id),
  previewImport: async (person) => previewImport(person, (await unchanged()).id),
  editImport: async (person) => {
    const { id, version } = await imported(person)
    return editImport(person, { id, version, symbol: 'A/1' })
  },
  decideCandidate: async (person) => {
    const { id: importId, candidates } = await imported(person)
    return decideCandidate(person, { importId, id: candidates[0]?.id, version: 1, decision: 'accepted' })
  },
  linkProposed: async (person) => {
    const { id: importId, candidates } = await imported(person)
    return linkProposed(person, { importId, id: candidates[0]?.id, version: 1, place: 0 })
  },
  addCandidate: async (person) => {
    const { id: importId } = await imported(person)
    return addCandidate(person, { importId, paragraph: 2, start: 4, end: 15 })
  },
  splitCandidate: async (person) => {
    const { id: importId, candidates } = await imported(person)
    return splitCandidate(person, { importId, id: candidates[0]?.id, version: 1, at: (candidates[0]?.start ?? 0) + 4 })
  },
  mergeCandidates: async (person) => {
    const text = '1. States should act. UNODC should help.'
    const { id: importId, candidates } = await imported(person, () => givenImport({ text }))
    const [one, other] = candidates
    return mergeCandidates(person, { importId, id: one?.id, version: 1, otherId: other?.id, otherVersion: 1 })
  },
  acceptAbove: async (person) => acceptAbove(person, { importId: (await imported(person)).id, confidence: 0.5 }),
  listPlaces: async (person) => listPlaces(person, (await unchanged()).id, { limit: 5 }),
  decidePlace: async (person) => {
    const { id: importId, places } = await compared(person)
    return decidePlace(person, { importId, id: places[0]?.id, version: 1 })
  },
  confirmPlaces: async (person) => confirmPlaces(person, { importId: (await compared(person)).id, state: 'unchanged' }),
  publishImport: async (person) => {
    const { id, code } = await imported(person, givenReviewed)
    return publishImport(person, { id, code })
  },
  withdrawImport: async (person) => withdrawImport(person, { id: (await imported(person)).id }),
}

export const onImports: Permission[] = Object.entries(attempts).map(([command, attempt]) => ({
  command,
  relation: 'anything',
  allowed: keepers,
  attempt,
}))
