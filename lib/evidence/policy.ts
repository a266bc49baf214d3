import type { Actor } from '@/lib/domain/actor'
import { mayReadOf } from '@/lib/domain/audience'
import type { Readers } from '@/lib/history/events'
import { config } from '@/lib/platform/config'
import { showsPresent } from '@/lib/platform/shown-day'
import type { Audience, EvidenceScan } from '@/prisma/generated/enums'

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

/** Returns whether someone may release a file that could not be scanned. */
export const mayRelease = (actor: Actor) => showsPresent() && actor.role === 'administrator'

/**
 * Returns the result of a scan as people see it. A file that still waits counts as not scanned if nothing scans files
 * any more.
 */
export const shownScan = (scan: EvidenceScan): EvidenceScan =>
  scan === 'pending' && !config.CLAMD_SOCKET ? 'not_scanned' : scan

/** Returns whether people may open a file with this result of a scan. */
export const isServed = (scan: EvidenceScan) => ['clean', 'not_scanned'].includes(shownScan(scan))
