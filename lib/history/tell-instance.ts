import { words } from '@/lib/platform/i18n'
import { pair, type Tellers } from './telling'

export const tellInstance: Tellers<'instance'> = {
  'instance.renamed': ({ before, after }, { actor }) => ({
    sentence: words('history.told.instance.renamed', { actor, before: before.name, after: after.name }),
    pairs: [pair('name', before.name, after.name)],
  }),
  'instance.contact_changed': (_, { actor }) => ({
    sentence: words('history.told.instance.contact_changed', { actor }),
    pairs: [],
  }),
  'instance.logo_changed': ({ after }, { actor }) => ({
    sentence: words(after.logo === null ? 'history.told.instance.logo_removed' : 'history.told.instance.logo_changed', {
      actor,
    }),
    pairs: [],
  }),
}
