import { t } from '@/lib/platform/i18n'
import { byLetter, type Describers, list, named, pair, written } from './description'

type Kind =
  | 'assignment.evidence_added'
  | 'assignment.evidence_withdrawn'
  | 'assignment.evidence_infected'
  | 'assignment.evidence_released'
  | 'assignment.evidence_named'

/** Describes the changes of the evidence of an assignment. */
export const describeEvidence: Pick<Describers<'assignment'>, Kind> = {
  'assignment.evidence_added': ({ after }, scene) => ({
    sentence: t('history.event.assignment.evidence_added', {
      actor: scene.actor,
      name: scene.name,
      onBehalf: String(after.onBehalf),
    }),
    text: written(scene, after.title),
    pairs: [pair('audience', undefined, t(`history.audience.${after.audience}`)), ...byLetter(after)],
  }),
  'assignment.evidence_withdrawn': ({ after }, scene) => ({
    sentence: t('history.event.assignment.evidence_withdrawn', {
      actor: scene.actor,
      name: scene.name,
      title: named(scene, after.evidenceId),
    }),
    text: written(scene, after.reason),
    pairs: [],
  }),
  'assignment.evidence_infected': ({ after }, scene) => ({
    sentence: t('history.event.assignment.evidence_infected', {
      name: scene.name,
      title: named(scene, after.evidenceId),
    }),
    text: after.malware,
    pairs: [],
  }),
  'assignment.evidence_released': ({ after }, scene) => ({
    sentence: t('history.event.assignment.evidence_released', {
      actor: scene.actor,
      name: scene.name,
      title: named(scene, after.evidenceId),
    }),
    pairs: [],
  }),
  'assignment.evidence_named': ({ after }, scene) => ({
    sentence: t('history.event.assignment.evidence_named', { actor: scene.actor, name: scene.name }),
    pairs: [pair('evidence', undefined, list(after.evidenceIds.map((id) => named(scene, id))))],
  }),
}
