import { archiveDocument } from '@/lib/documents/archive-document'
import { discardDraft, findDraft, saveDraft } from '@/lib/documents/drafts'
import { editDocument } from '@/lib/documents/edit-document'
import { restoreDocument } from '@/lib/documents/restore-document'
import type { Actor } from '@/lib/domain/actor'
import { addGroup } from '@/lib/organizations/add-group'
import { addMemberStates } from '@/lib/organizations/add-member-states'
import { addMembers } from '@/lib/organizations/add-members'
import { addOrganization } from '@/lib/organizations/add-organization'
import { addOrganizations } from '@/lib/organizations/add-organizations'
import { archiveOrganization } from '@/lib/organizations/archive-organization'
import { mergeOrganization } from '@/lib/organizations/merge-organization'
import { removeMembers } from '@/lib/organizations/remove-members'
import { renameGroup } from '@/lib/organizations/rename-group'
import { renameOrganization } from '@/lib/organizations/rename-organization'
import { restoreOrganization } from '@/lib/organizations/restore-organization'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { ok, type Result } from '@/lib/platform/result'
import { addDocument } from '@/lib/recommendations/add-document'
import { publishDraft } from '@/lib/recommendations/publish-draft'
import { givenRecommendation, people } from '../given'
import { givenGroup, givenOrganization } from '../places'
import { type Deed, type Doer, everybody, keepers } from './deed'

const paragraphs = [{ label: '1', text: 'States should cooperate.' }]

async function givenDocument({ archived = false } = {}) {
  const { documentId } = await givenRecommendation({ archived })
  const { code } = await db.document.findUniqueOrThrow({ where: { id: documentId }, select: { code: true } })
  return { code }
}

/** Creates a draft with one selected sentence. */
async function givenDraft(author: Actor) {
  const pasted = '1. States should cooperate.'
  const marks = [{ place: 0, start: 0, end: 24, quote: 'States should cooperate.', title: 'Cooperate', kind: 'action' }]
  const saved = await saveDraft(author, { particulars: { code: `R-${newId()}`, title: 'Report' }, pasted, marks })
  if (!saved.ok) throw new Error('No draft was saved.')
  return saved.value
}

const slugOf = async (place: Promise<{ slug: string }>) => ({ slug: (await place).slug })

/** Commands on organizations, groups and documents. Only those who keep the record may run them. */
const attempts: Record<string, Deed['attempt']> = {
  addDocument: (doer) =>
    addDocument(doer, { code: `R-${newId().toUpperCase()}`, title: 'Report', paragraphs, recommendations: [] }),
  saveDraft: (doer) => saveDraft(doer, { pasted: '1. States should cooperate.' }),
  publishDraft: async (doer) => {
    // A draft belongs to its author alone, whatever their role was when they created it.
    const { id } = await givenDraft({ ...doer, role: 'coordinator' })
    return publishDraft(doer, { id })
  },
  editDocument: async (doer) => {
    const { code } = await givenDocument()
    return editDocument(doer, { code, version: 1, title: `Report ${newId()}` })
  },
  archiveDocument: async (doer) => archiveDocument(doer, await givenDocument()),
  restoreDocument: async (doer) => restoreDocument(doer, await givenDocument({ archived: true })),

  addOrganization: (doer) => addOrganization(doer, { name: `Agency ${newId()}` }),
  addOrganizations: (doer) => addOrganizations(doer, { names: [`Agency ${newId()}`] }),
  renameOrganization: async (doer) => {
    const { slug, version } = await givenOrganization()
    return renameOrganization(doer, { slug, version, name: `Office ${newId()}` })
  },
  mergeOrganization: async (doer) => {
    const [from, into] = [await givenOrganization(), await givenOrganization()]
    return mergeOrganization(doer, { slug: from.slug, into: into.slug })
  },
  archiveOrganization: async (doer) => archiveOrganization(doer, await slugOf(givenOrganization())),
  restoreOrganization: async (doer) => restoreOrganization(doer, await slugOf(givenOrganization({ archived: true }))),

  addGroup: (doer) => addGroup(doer, { name: `Group ${newId()}` }),
  renameGroup: async (doer) => {
    const { slug, version } = await givenGroup()
    return renameGroup(doer, { slug, version, name: `Circle ${newId()}` })
  },
  addMembers: async (doer) => {
    const { slug } = await givenOrganization()
    return addMembers(doer, { group: (await givenGroup()).slug, organizations: [slug] })
  },
  addMemberStates: async (doer) => addMemberStates(doer, { group: (await givenGroup()).slug }),
  removeMembers: async (doer) => {
    const member = await givenOrganization()
    return removeMembers(doer, { group: (await givenGroup(member)).slug, organizations: [member.slug] })
  },
}

/** Discarding a draft returns nothing: it succeeded if the draft is gone. */
const discarding = (relation: Deed['relation'], allowed: Deed['allowed'], author: (doer: Doer) => Actor): Deed => ({
  command: 'discardDraft',
  relation,
  allowed,
  attempt: async (doer): Promise<Result<unknown>> => {
    const { id } = await givenDraft(author(doer))
    await discardDraft(doer, id)
    return (await findDraft(author(doer), id))
      ? { ok: false, reason: 'not_found', code: 'draft_not_found', params: {} }
      : ok(null)
  },
})

/** Nobody can see the draft of another person. */
const others: Deed[] = [
  {
    command: 'saveDraft',
    relation: 'somebody else',
    allowed: [],
    attempt: async (doer) => saveDraft(doer, { id: (await givenDraft(people.chen)).id, pasted: 'Mine.' }),
  },
  {
    command: 'publishDraft',
    relation: 'somebody else',
    allowed: [],
    attempt: async (doer) => publishDraft(doer, { id: (await givenDraft(people.chen)).id }),
  },
  discarding('oneself', everybody, (doer) => ({ ...doer, role: 'coordinator' })),
  discarding('somebody else', [], () => people.chen),
]

export const deedsOnPlaces: Deed[] = [
  ...Object.entries(attempts).map(
    ([command, attempt]): Deed => ({
      command,
      relation: 'anything',
      allowed: keepers,
      attempt,
    }),
  ),
  ...others,
]
