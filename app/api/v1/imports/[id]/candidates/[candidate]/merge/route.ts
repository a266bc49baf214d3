import { updateRoute } from '@/app/api/v1/edge'
import { mergeCandidates } from '@/lib/imports/merge-candidates'

type Path = { id: string; candidate: string }

/** `{ otherId, otherVersion, version, accept? }` returns the candidate. */
export const POST = updateRoute(mergeCandidates, ({ id, candidate }: Path) => ({ importId: id, id: candidate }))
