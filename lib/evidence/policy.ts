import { mayReadOf } from '@/lib/domain/audience'
import type { Readers } from '@/lib/history/events'
import type { Audience } from '@/prisma/generated/enums'

/*
 * Those who may report on an assignment (lib/assignments/policy.ts) may add evidence to it and withdraw evidence from
 * it. Evidence is for the organization of its assignment and those who read all audiences, or for everyone signed in.
 */

/** SQL: the organization whose members answer for the assignment `a` now. A merge leaves a closed one where it was. */
export const organizationNow = `coalesce((select merged_into_id from organizations where id = a.organization_id), a.organization_id)`

/** SQL: whether the reader may read the evidence `ev` of the assignment `a`. */
export const mayReadEvidence = (all: string, own: string) => mayReadOf('ev.audience', organizationNow, all, own)

/** Returns the audience of the events of evidence: those who may read it. */
export const readersOf = ({ audience }: { audience: Audience }, organizationId: string): Readers =>
  audience === 'organization' ? { audience, organizationId } : { audience: 'internal' }
