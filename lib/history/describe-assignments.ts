import { t } from '@/lib/platform/i18n'
import { describeEvidence } from './describe-evidence'
import { describePlans } from './describe-plans'
import {
  byLetter,
  type Describers,
  day,
  erasure,
  fieldsOf,
  list,
  named,
  pair,
  person,
  written,
  writtenWith,
} from './description'

export const describeAssignments: Describers<'assignment'> = {
  'assignment.made': ({ after }, scene) => {
    const { organizationId, viaGroupId, ownerId, dueOn, role } = after
    const name = named(scene, organizationId)
    const due = dueOn === null ? 'none' : day(dueOn)
    return {
      sentence: t('history.event.assignment.made', { actor: scene.actor, name, due }),
      pairs: [
        pair('owner', undefined, person(scene, ownerId)),
        pair('dueOn', undefined, day(dueOn)),
        pair('role', undefined, t(`assignmentRole.${role}`)),
        ...(viaGroupId ? [pair('group', undefined, named(scene, viaGroupId))] : []),
        ...imported(after),
      ],
    }
  },
  'assignment.changed': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.changed', {
      actor: scene.actor,
      what: fieldsOf(after),
      name: scene.name,
      correction: String(after.correction === true),
    }),
    ...writtenWith(scene, after.reason ?? after.note),
    pairs: [
      ...(before.ownerId !== undefined && after.ownerId !== undefined
        ? [pair('owner', person(scene, before.ownerId), person(scene, after.ownerId))]
        : []),
      ...(before.dueOn !== undefined && after.dueOn !== undefined
        ? [pair('dueOn', day(before.dueOn), day(after.dueOn))]
        : []),
      ...(before.role && after.role
        ? [pair('role', t(`assignmentRole.${before.role}`), t(`assignmentRole.${after.role}`))]
        : []),
    ],
  }),
  'assignment.date_requested': ({ after }, scene) => ({
    sentence: t('history.event.assignment.date_requested', {
      actor: scene.actor,
      name: scene.name,
      onBehalf: String(after.onBehalf),
    }),
    text: written(scene, after.reason),
    pairs: [pair('askedOn', undefined, day(after.asked)), ...byLetter(after)],
  }),
  'assignment.reminded': ({ after }, scene) => ({
    sentence: t('history.event.assignment.reminded', { actor: scene.actor, name: scene.name }),
    ...writtenWith(scene, after.note),
    pairs: after.to ? [pair('reminded', undefined, list(after.to.map((id) => named(scene, id))))] : [],
  }),
  'assignment.date_decided': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.date_decided', {
      actor: scene.actor,
      name: scene.name,
      decision: after.decision,
    }),
    ...writtenWith(scene, after.note),
    pairs: before.dueOn === after.dueOn ? [] : [pair('dueOn', day(before.dueOn), day(after.dueOn))],
  }),
  'assignment.moved': ({ before, after }, scene) => {
    const sides = { before: named(scene, before.organizationId), after: named(scene, after.organizationId) }
    return {
      sentence: t('history.event.assignment.moved', { actor: scene.actor, ...sides }),
      pairs: [pair('organization', sides.before, sides.after)],
    }
  },
  'assignment.removed': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.removed', {
      actor: scene.actor,
      name: named(scene, before.organizationId),
      merged: after ? 'yes' : 'no',
      into: after ? named(scene, after.mergedInto) : '',
    }),
    pairs: [pair('owner', person(scene, before.ownerId)), pair('dueOn', day(before.dueOn))],
  }),
  'assignment.erased': erasure('assignment.erased'),
  'assignment.closed': ({ after }, scene) => {
    const closure = t(`closure.${after.closure}`)
    return {
      sentence: t('history.event.assignment.closed', { actor: scene.actor, name: scene.name, closure }),
      text: written(scene, after.reason),
      pairs: [pair('status', t('history.open'), closure)],
    }
  },
  'assignment.reopened': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.reopened', { actor: scene.actor, name: scene.name }),
    text: written(scene, after.reason),
    pairs: [pair('status', t(`closure.${before.closure}`), t('history.open'))],
  }),
  'assignment.reported': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.reported', {
      actor: scene.actor,
      name: scene.name,
      onBehalf: String(after.onBehalf),
      date: after.asOf === scene.day ? 'same' : day(after.asOf),
      corrected: after.corrects ? day(after.corrects.asOf) : 'none',
      unchanged: after.unchangedSince ? day(after.unchangedSince) : 'none',
    }),
    ...(!after.unchangedSince && { text: written(scene, after.report) }),
    pairs: [
      pair(
        'progress',
        before.progress === after.progress ? undefined : t(`progress.${before.progress}`),
        t(`progress.${after.progress}`),
      ),
      ...(before.verification !== after.verification
        ? [pair('verification', t(`verification.${before.verification}`), t(`verification.${after.verification}`))]
        : []),
      ...byLetter(after),
      ...imported(after),
      ...(after.draftedBy ? [pair('draftedBy', undefined, list(after.draftedBy.map((id) => named(scene, id))))] : []),
    ],
  }),
  'assignment.answered': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.answered', {
      actor: scene.actor,
      name: scene.name,
      onBehalf: String(after.onBehalf),
      date: after.answeredOn === scene.day ? 'same' : day(after.answeredOn),
    }),
    ...writtenWith(scene, after.reason),
    pairs: [
      pair(
        'position',
        before.position === 'pending' ? undefined : t(`position.${before.position}`),
        t(`position.${after.position}`),
      ),
      ...byLetter(after),
    ],
  }),
  'assignment.asked_again': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.asked_again', { actor: scene.actor, name: scene.name }),
    ...writtenWith(scene, after.reason),
    pairs: [pair('position', t(`position.${before.position}`), t(`position.${after.position}`))],
  }),
  ...describeEvidence,
  ...describePlans,
  'assignment.reviewed': ({ before, after }, scene) => ({
    sentence: t('history.event.assignment.reviewed', {
      actor: scene.actor,
      name: scene.name,
      decision: after.decision === 'return' && before.verification !== 'submitted' ? 'reverse' : after.decision,
    }),
    ...writtenWith(scene, after.note),
    pairs: [pair('verification', t(`verification.${before.verification}`), t(`verification.${after.verification}`))],
  }),
}

/** The row of the spreadsheet from which something was imported. */
const imported = ({ imported: from }: { imported?: { row: number } | undefined }) =>
  from ? [pair('imported', undefined, t('history.importedRow', { row: from.row }))] : []
