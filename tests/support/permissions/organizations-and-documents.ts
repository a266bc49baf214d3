import { archiveDocument } from '@/lib/documents/archive-document'
import { editDocument } from '@/lib/documents/edit-document'
import { restoreDocument } from '@/lib/documents/restore-document'
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
import { addDocument } from '@/lib/registration/add-document'
import { givenRecommendation } from '../given'
import { givenGroup, givenOrganization } from '../places'
import { keepers, type Permission } from './permission'

const paragraphs = [{ label: '1', text: 'States should cooperate.' }]

async function givenDocument({ archived = false } = {}) {
  const { documentId } = await givenRecommendation({ archived })
  const { code } = await db.document.findUniqueOrThrow({ where: { id: documentId }, select: { code: true } })
  return { code }
}

const slugOf = async (place: Promise<{ slug: string }>) => ({ slug: (await place).slug })

/** Commands on organizations, groups and documents. Only those who keep the record may run them. */
const attempts: Record<string, Permission['attempt']> = {
  addDocument: (person) =>
    addDocument(person, { code: `R-${newId().toUpperCase()}`, title: 'Report', paragraphs, recommendations: [] }),
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

export const onOrganizationsAndDocuments = Object.entries(attempts).map(
  ([command, attempt]): Permission => ({
    command,
    relation: 'anything',
    allowed: keepers,
    attempt,
  }),
)
