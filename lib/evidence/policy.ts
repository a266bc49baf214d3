import { mayReadOf } from '@/lib/domain/audience'
import type { Readers } from '@/lib/history/events'
import type { Audience } from '@/prisma/generated/enums'

/*
 * Those who may report on an assignment (lib/assignments/policy.ts) may add evidence to it and withdraw evidence from
 * it. Evidence is for the organization of its assignment and those who read all audiences, or for everyone signed in.
 */

/** SQL: whether the reader may read the evidence `ev` of the assignment `a`. */
export const mayReadEvidence = (all: string, own: string) => mayReadOf('ev.audience', 'a.organization_id', all, own)

/** Returns the audience of the events of evidence: those who may read it. */
export const readersOf = ({ audience }: { audience: Audience }, organizationId: string): Readers =>
  audience === 'organization' ? { audience, organizationId } : { audience: 'internal' }
