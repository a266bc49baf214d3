import 'server-only'
import { type Change, change } from '@/lib/history/change'
import { addition } from '@/lib/organizations/find-or-add'
import { newId } from '@/lib/platform/id'
import { ok, unchanged } from '@/lib/platform/result'
import { lockName } from '@/lib/platform/sql'
import { cut, sentencesOf } from '@/lib/reading/sentences'
import { storeDocument } from '@/lib/registration/store-document'
import { groups, organizations, readings, salvador } from './salvador'

type Party = { slug: string; name: string }

/** Puts the first document in, once: whatever people have changed since stays as they left it. */
export async function seed(): Promise<void> {
  await change(null, async (change) => {
    const { tx } = change
    // Two processes that start at once: the second waits here, and then finds it done.
    await lockName(tx, 'seed')
    const { code, heading } = salvador
    if (await tx.document.findUnique({ where: { code }, select: { id: true } })) return unchanged(null)

    const ids = { organization: await addOrganizations(change), group: await addGroups(change) }
    const paragraphs = salvador.paragraphs.map((paragraph) => ({ ...paragraph, heading }))
    const document = { ...salvador, id: newId(), paragraphs, recommendations: recommendations(ids) }
    await storeDocument(change, document)
    return ok(null)
  })
}

/** Every sentence of the four paragraphs, read as `readings` says. */
function recommendations(ids: Record<'organization' | 'group', Map<string, string>>) {
  return salvador.paragraphs.flatMap(({ label, text }, paragraph) =>
    sentencesOf(text).map((span, place) => {
      const reading = readings[`${label}.${place + 1}`]
      if (!reading) throw new Error(`Nobody has read "${cut(text, span)}".`)
      const addressees = reading.addressees.map(({ words, organization = '', group = '' }) => ({
        words,
        organizationId: ids.organization.get(organization),
        groupId: ids.group.get(group),
      }))
      return { ...reading, ...span, paragraph, addressees }
    }),
  )
}

async function addOrganizations({ tx, record }: Change) {
  const known = await tx.organization.findMany({ where: { slug: { in: slugsOf(organizations) } } })
  const added = organizations.filter(({ slug }) => !known.some((one) => one.slug === slug)).map(withId)
  await tx.organization.createMany({ data: added })
  for (const party of added) record(addition('organization.added', party))
  return new Map([...known, ...added].map(({ slug, id }) => [slug, id]))
}

async function addGroups({ tx, record }: Change) {
  const known = await tx.group.findMany({ where: { slug: { in: slugsOf(groups) } } })
  const added = groups.filter(({ slug }) => !known.some((one) => one.slug === slug)).map(withId)
  await tx.group.createMany({ data: added })
  for (const party of added) record(addition('group.added', party))
  return new Map([...known, ...added].map(({ slug, id }) => [slug, id]))
}

const slugsOf = (parties: readonly Party[]) => parties.map(({ slug }) => slug)

const withId = (party: Party) => ({ ...party, id: newId() })
