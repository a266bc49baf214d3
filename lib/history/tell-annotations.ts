import { words } from '@/lib/platform/i18n'
import { pair, type Scene, type Tellers, written } from './telling'

/** The note as it read; what was withdrawn or erased is no longer shown. */
const note = ({ names }: Scene, { id }: { id: string }) => names.get(id) || words('history.gone')

export const tellAnnotations: Tellers<'annotation'> = {
  'annotation.added': ({ after }, scene) => ({
    sentence: words('history.told.annotation.added', {
      actor: scene.actor,
      answer: String(after.parentId !== null),
    }),
    said: note(scene, after.text),
    pairs: [pair('audience', undefined, words(`history.audience.${after.audience}`))],
  }),
  'annotation.edited': ({ before, after }, scene) => ({
    sentence: words('history.told.annotation.edited', { actor: scene.actor }),
    pairs: [pair('text', note(scene, before.text), note(scene, after.text))],
  }),
  'annotation.withdrawn': ({ after }, scene) => ({
    sentence: words('history.told.annotation.withdrawn', { actor: scene.actor }),
    ...(after.reason && { said: written(scene, after.reason) }),
    pairs: [],
  }),
}
