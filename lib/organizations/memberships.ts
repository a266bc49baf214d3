import type { MembershipKind } from '@/prisma/generated/enums'

type Membership = { organizationId: string; kind: MembershipKind }

/** Returns what an event records of a person's memberships: the organizations, and where they are the alternate. */
export function recordedMemberships(memberships: readonly Membership[]) {
  const ids = (of: readonly Membership[]) => of.map(({ organizationId }) => organizationId).sort()
  return {
    organizationIds: ids(memberships),
    alternateIds: ids(memberships.filter(({ kind }) => kind === 'alternate')),
  }
}
