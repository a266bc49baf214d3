import 'server-only'
import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { visibleDocuments } from '@/lib/domain/visibility'
import { findGroup, findOrganizations } from '@/lib/organizations/find'
import type { Transaction } from '@/lib/platform/db'
import { type FieldError, type Invalid, invalid } from '@/lib/platform/result'
import { KnownName, nameText, writtenDay } from '@/lib/platform/text'
import { CycleAsks } from '@/prisma/generated/enums'

const Day = writtenDay('day_unreadable')
const Named = z.array(nameText('party_missing', 300)).max(1000, 'list_too_long')

/** The fields of a cycle, as its commands accept them. Organizations and groups are given by slug or name. */
export const fields = {
  name: nameText('cycle_name_missing'),
  asks: z.enum(CycleAsks, 'cycle_asks_unknown'),
  opensOn: z.string('day_missing').pipe(Day),
  closesOn: z.string('day_missing').pipe(Day),
  document: KnownName,
  organizations: Named,
  groups: Named,
}

/** Whom and what a cycle asks about. */
export type CycleScope = { documentId: string | null; organizationIds: string[]; groupIds: string[] }

type NamedScope = {
  document?: string | null | undefined
  organizations?: string[] | undefined
  groups?: string[] | undefined
}

/** Returns the document, the organizations and the groups that are named, each once, or an error for each unknown name. */
export async function findCycleScope(
  tx: Transaction,
  actor: Actor,
  called: NamedScope,
): Promise<Partial<CycleScope> | Invalid> {
  const errors: FieldError[] = []
  const found: Partial<CycleScope> = {}
  if (called.document !== undefined) {
    const document = called.document
      ? await tx.document.findFirst({
          where: { code: called.document, ...visibleDocuments(actor) },
          select: { id: true },
        })
      : null
    if (called.document && !document)
      errors.push({ field: 'document', code: 'document_unknown', params: { code: called.document } })
    found.documentId = document?.id ?? null
  }
  if (called.organizations) {
    const those = await findOrganizations(tx, called.organizations)
    if (those.ok) found.organizationIds = sorted(those.organizations)
    else errors.push(...those.errors)
  }
  if (called.groups) {
    const those = await Promise.all(called.groups.map((name) => findGroup(tx, name)))
    found.groupIds = sorted(those.flatMap((one) => one ?? []))
    errors.push(
      ...called.groups.flatMap((name, place): FieldError[] =>
        those[place] ? [] : [{ field: `groups.${place}`, code: 'group_unknown', params: { name } }],
      ),
    )
  }
  return errors.length > 0 ? invalid(...errors) : found
}

const sorted = (those: readonly { id: string }[]) => [...new Set(those.map(({ id }) => id))].sort()

type Days = { opensOn: string; closesOn: string }

/** Returns what is wrong with the days of a cycle that has not opened, if anything. */
export function wrongDays({ opensOn, closesOn }: Days, today: string): Invalid | undefined {
  const errors: FieldError[] = [
    ...(opensOn < today ? [{ field: 'opensOn', code: 'cycle_opens_in_past', params: {} } as const] : []),
    ...(closesOn < opensOn ? [{ field: 'closesOn', code: 'cycle_closes_before_opening', params: {} } as const] : []),
  ]
  return errors.length > 0 ? invalid(...errors) : undefined
}

/** Writes whom a cycle asks, in place of whom it asked before. */
export async function writeParties(
  tx: Transaction,
  cycleId: string,
  { organizationIds, groupIds }: Partial<CycleScope>,
) {
  if (organizationIds) {
    await tx.cycleOrganization.deleteMany({ where: { cycleId } })
    await tx.cycleOrganization.createMany({
      data: organizationIds.map((organizationId) => ({ cycleId, organizationId })),
    })
  }
  if (groupIds) {
    await tx.cycleGroup.deleteMany({ where: { cycleId } })
    await tx.cycleGroup.createMany({ data: groupIds.map((groupId) => ({ cycleId, groupId })) })
  }
}
