import type { ActionState, CycleAsks, Position, Progress, ReviewDecision } from '@/prisma/generated/enums'
import type { OrganizationSlug, PersonKey } from './people-and-organizations'

/** A time as a number of days before the day on which the demonstration starts, and an hour of that day. */
type When = { ago: number; at: string; by: PersonKey }

export type EvidenceStep =
  | { do: 'add-link'; key: string; of: OrganizationSlug; url: string; title: string; everyone?: true }
  | { do: 'add-file'; key: string; of: OrganizationSlug; name: string; title: string; text: string }

/** `letter`: how many days before it was reported on behalf of the organization its letter was written. */
export type ReportStep = {
  do: 'report' | 'draft'
  key: string
  of: string
  progress: Progress
  text: string
  letter?: number
}

export type CycleStep =
  | { do: 'add-cycle'; name: string; asks?: CycleAsks; closesIn: number }
  | { do: 'close-cycle'; name: string }

export type Step = When &
  (
    | { do: 'assign'; key: string; to: OrganizationSlug; owner?: PersonKey; dueIn: number; lead?: true }
    | { do: 'assign-states'; key: string; dueIn: number }
    | ReportStep
    | { do: 'review'; key: string; of: OrganizationSlug; decision: ReviewDecision; note?: string }
    | { do: 'request-date'; key: string; of: OrganizationSlug; dueIn: number; reason: string }
    | { do: 'decide-date'; key: string; of: OrganizationSlug; decision: 'grant' | 'refuse'; note?: string }
    | { do: 'answer'; key: string; of: OrganizationSlug; position: Exclude<Position, 'pending'>; reason?: string }
    | {
        do: 'plan'
        key: string
        of: OrganizationSlug
        title: string
        responsible?: string
        startsIn?: number
        dueIn?: number
      }
    | { do: 'step'; key: string; of: OrganizationSlug; title: string; state: ActionState; dueIn?: number }
    | { do: 'ask-again'; key: string; of: OrganizationSlug; reason: string }
    | EvidenceStep
    | CycleStep
    | { do: 'note'; key: string; text: string; audience?: 'internal' | 'public'; for?: OrganizationSlug; on?: string }
    | { do: 'close'; key: string; of: OrganizationSlug; closure: 'no_longer_applicable' | 'superseded'; reason: string }
  )
