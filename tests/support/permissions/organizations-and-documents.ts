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
import { everybody, keepers, type Permission, type Person } from './permission'

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
const attempts: Record<string, Permission['attempt']> = {
  addDocument: (person) =>
    addDocument(person, { code: `R-${newId().toUpperCase()}`, title: 'Report', paragraphs, recommendations: [] }),
  saveDraft: (person) => saveDraft(person, { pasted: '1. States should cooperate.' }),
  publishDraft: async (person) => {
    // A draft belongs to its author alone, whatever their role was when they created it.
    const { id } = await givenDraft({ ...person, role: 'coordinator' })
    return publishDraft(person, { id })
  },
  editDocument: async (person) => {
    const { code } = await givenDocument()
    return editDocument(person, { code, version: 1, title: `Report ${newId()}` })
  },
  archiveDocument: async (person) => archiveDocument(person, await givenDocument()),
  restoreDocument: async (person) => restoreDocument(person, await givenDocument({ archived: true })),

  addOrganization: (person) => addOrganization(person, { name: `Agency ${newId()}` }),
  addOrganizations: (person) => addOrganizations(person, { names: [`Agency ${newId()}`] }),
  renameOrganization: async (person) => {
    const { slug, version } = await givenOrganization()
    return renameOrganization(person, { slug, version, name: `Office ${newId()}` })
  },
  mergeOrganization: async (person) => {
    const [from, into] = [await givenOrganization(), await givenOrganization()]
    return mergeOrganization(person, { slug: from.slug, into: into.slug })
  },
  archiveOrganization: async (person) => archiveOrganization(person, await slugOf(givenOrganization())),
  restoreOrganization: async (person) =>
    restoreOrganization(person, await slugOf(givenOrganization({ archived: true }))),

  addGroup: (person) => addGroup(person, { name: `Group ${newId()}` }),
  renameGroup: async (person) => {
    const { slug, version } = await givenGroup()
    return renameGroup(person, { slug, version, name: `Circle ${newId()}` })
  },
  addMembers: async (person) => {
    const { slug } = await givenOrganization()
    return addMembers(person, { group: (await givenGroup()).slug, organizations: [slug] })
  },
  addMemberStates: async (person) => addMemberStates(person, { group: (await givenGroup()).slug }),
  removeMembers: async (person) => {
    const member = await givenOrganization()
    return removeMembers(person, { group: (await givenGroup(member)).slug, organizations: [member.slug] })
  },
}

/** Discarding a draft returns nothing: it succeeded if the draft is gone. */
const discarding = (
  relation: Permission['relation'],
  allowed: Permission['allowed'],
  author: (person: Person) => Actor,
): Permission => ({
  command: 'discardDraft',
  relation,
  allowed,
  attempt: async (person): Promise<Result<unknown>> => {
    const { id } = await givenDraft(author(person))
    await discardDraft(person, id)
    return (await findDraft(author(person), id))
      ? { ok: false, reason: 'not_found', code: 'draft_not_found', params: {} }
      : ok(null)
  },
})

/** Nobody can see the draft of another person. */
const others: Permission[] = [
  {
    command: 'saveDraft',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => saveDraft(person, { id: (await givenDraft(people.chen)).id, pasted: 'Mine.' }),
  },
  {
    command: 'publishDraft',
    relation: 'somebody else',
    allowed: [],
    attempt: async (person) => publishDraft(person, { id: (await givenDraft(people.chen)).id }),
  },
  discarding('oneself', everybody, (person) => ({ ...person, role: 'coordinator' })),
  discarding('somebody else', [], () => people.chen),
]

export const onOrganizationsAndDocuments: Permission[] = [
  ...Object.entries(attempts).map(
    ([command, attempt]): Permission => ({
      command,
      relation: 'anything',
      allowed: keepers,
      attempt,
    }),
  ),
  ...others,
]
