import { withPlainMentions } from '@/lib/domain/mention'
import { t } from '@/lib/platform/i18n'
import { type Describers, erasure, pair, type Scene, writtenWith } from './description'

/** Returns the text of an annotation as it was then, or that it no longer exists if it was withdrawn or erased. */
const note = ({ names }: Scene, { id }: { id: string }) => withPlainMentions(names.get(id) ?? '') || t('history.gone')

export const describeAnnotations: Describers<'annotation'> = {
  'annotation.added': ({ after }, scene) => ({
    sentence: t('history.event.annotation.added', {
      actor: scene.actor,
      answer: String(after.parentId !== null),
    }),
    text: note(scene, after.text),
    pairs: [pair('audience', undefined, t(`history.audience.${after.audience}`))],
  }),
  'annotation.edited': ({ before, after }, scene) => ({
    sentence: t('history.event.annotation.edited', { actor: scene.actor }),
    pairs: [pair('text', note(scene, before.text), note(scene, after.text))],
  }),
  'annotation.placed': ({ after: { edition, place } }, { actor }) => ({
    sentence: t('history.event.annotation.placed', { actor, edition, state: place.state }),
    pairs: [],
  }),
  'annotation.erased': erasure('annotation.erased'),
  'annotation.withdrawn': ({ after }, scene) => ({
    sentence: t('history.event.annotation.withdrawn', { actor: scene.actor }),
    ...writtenWith(scene, after.reason),
    pairs: [],
  }),
}
