import { z } from 'zod'
import {
  ActionState,
  AssignmentRole,
  Audience,
  DateDecision,
  EvidenceKind,
  Position,
  Progress,
  ReviewDecision,
  Verification,
} from '@/prisma/generated/enums'
import { Closed, Erased, Explained, event, Id, MaybeDay, MaybeId, Nothing, Open, Words } from './event-shapes'

const Claim = z.object({ progress: z.enum(Progress), verification: z.enum(Verification) })
const Duty = z.object({ ownerId: MaybeId, dueOn: MaybeDay, role: z.enum(AssignmentRole) })
/** The row of the spreadsheet from which it was imported. */
const Imported = { imported: z.object({ sheetId: Id, row: z.int().positive() }).optional() }

const Assigned = Duty.extend({ organizationId: Id, viaGroupId: MaybeId, ...Imported })

/** A step of the plan. The texts of its title and of who is responsible are in rows of their own. */
const Action = z.object({
  id: Id,
  titleId: Id,
  responsibleId: MaybeId,
  startsOn: MaybeDay,
  dueOn: MaybeDay,
  state: z.enum(ActionState),
  doneOn: MaybeDay,
  position: z.int(),
})
const ChangedAction = Action.partial().required({ id: true, titleId: true })
/** The texts that were written. */
const Planned = { title: Words.optional(), responsible: Words.optional(), onBehalf: z.boolean() }

/** The date of the letter with which something arrived that was entered on behalf of an organization, and its evidence. */
const ByLetter = { letterOn: z.iso.date().optional(), letterId: MaybeId.optional() }

/** Every kind of event of an assignment. */
export const assignmentEvents = [
  event('assignment.made', Nothing, Assigned),
  event(
    'assignment.changed',
    Duty.partial(),
    /**
     * Why a due date after the first one changed, and whether the earlier one was mistyped. The note is for the new owner, to
     * whom everything of the earlier one was handed over.
     */
    Duty.partial().extend({
      reason: Words.optional(),
      correction: z.literal(true).optional(),
      note: Words.optional(),
    }),
  ),
  /** The date stays until the request is decided. */
  event(
    'assignment.date_requested',
    z.object({ due: MaybeDay }),
    z.object({ asked: z.iso.date(), requestId: Id, onBehalf: z.boolean(), ...ByLetter }).extend(Explained),
  ),
  event(
    'assignment.date_decided',
    z.object({ dueOn: MaybeDay }),
    z.object({ dueOn: MaybeDay, decision: z.enum(DateDecision), requestId: Id, note: Words.optional() }),
  ),
  event('assignment.moved', z.object({ organizationId: Id }), z.object({ organizationId: Id })),
  event(
    'assignment.removed',
    Assigned,
    /**
     * In a merge: the organization that stays, its assignment on the same recommendation, and the reporting cycles that
     * now ask for that assignment instead.
     */
    z.object({ mergedInto: Id, assignmentId: Id, cycleIds: z.array(Id).optional() }).nullable(),
  ),
  event('assignment.erased', Nothing, Erased),
  event('assignment.closed', Open, Closed.extend(Explained)),
  event('assignment.reopened', Closed, Open.extend(Explained)),
  event(
    'assignment.reported',
    Claim,
    Claim.extend({
      asOf: z.iso.date(),
      onBehalf: z.boolean(),
      report: Words,
      ...Imported,
      /** The earlier report that this one corrects. */
      corrects: z.object({ id: Id, asOf: z.iso.date() }).optional(),
      ...ByLetter,
      /** Of a report that nothing has changed. */
      unchangedSince: z.iso.date().optional(),
      /** Those who wrote its draft and did not submit it. */
      draftedBy: z.array(Id).optional(),
      /** The people whom it mentions. */
      mentions: z.array(Id).optional(),
    }),
  ),

  event(
    'assignment.answered',
    z.object({ position: z.enum(Position) }),
    z.object({
      position: z.enum(Position),
      answeredOn: z.iso.date(),
      answerId: Id,
      onBehalf: z.boolean(),
      ...ByLetter,
      reason: Words.optional(),
    }),
  ),
  event(
    'assignment.asked_again',
    z.object({ position: z.enum(Position) }),
    z.object({ position: z.literal('pending'), answerId: Id, reason: Words.optional() }),
  ),
  event('assignment.action_added', Nothing, z.object({ action: Action, ...Planned, ...ByLetter })),
  event(
    'assignment.action_changed',
    z.object({ action: ChangedAction }),
    z.object({ action: ChangedAction, ...Planned }),
  ),
  /** The people who are notified. Events from before they were recorded name nobody. */
  event(
    'assignment.reminded',
    Nothing,
    z.object({
      to: z.array(Id).optional(),
      note: Words.optional(),
      /** The reporting cycle that it asks to answer, if there is one. */
      cycleId: Id.optional(),
    }),
  ),
  event(
    'assignment.evidence_added',
    Nothing,
    z.object({
      evidenceId: Id,
      kind: z.enum(EvidenceKind),
      title: Words,
      /** The SHA-256 of the content of a file, or of the address of a link. */
      content: z.string(),
      from: MaybeDay,
      to: MaybeDay,
      audience: z.enum(Audience),
      onBehalf: z.boolean(),
      ...ByLetter,
    }),
  ),
  event('assignment.evidence_withdrawn', Nothing, z.object({ evidenceId: Id }).extend(Explained)),
  /** A scan found malware in the file, whose content was removed. */
  event('assignment.evidence_infected', Nothing, z.object({ evidenceId: Id, malware: z.string() })),
  event('assignment.evidence_released', Nothing, z.object({ evidenceId: Id })),
  /** The evidence that a report names, in the same change as the report. */
  event('assignment.evidence_named', Nothing, z.object({ reportId: Id, evidenceIds: z.array(Id) })),

  event(
    'assignment.reviewed',
    z.object({ verification: z.enum(Verification) }),
    z.object({
      verification: z.enum(Verification),
      decision: z.enum(ReviewDecision),
      reviewId: Id,
      reportId: Id,
      note: Words.optional(),
    }),
  ),
] as const
