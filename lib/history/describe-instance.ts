import { t } from '@/lib/platform/i18n'
import { type Describers, pair } from './description'

export const describeInstance: Describers<'instance'> = {
  'instance.renamed': ({ before, after }, { actor }) => ({
    sentence: t('history.event.instance.renamed', { actor, before: before.name, after: after.name }),
    pairs: [pair('name', before.name, after.name)],
  }),
  'instance.contact_changed': (_, { actor }) => ({
    sentence: t('history.event.instance.contact_changed', { actor }),
    pairs: [],
  }),
  'instance.logo_changed': ({ after }, { actor }) => ({
    sentence: t(after.logo === null ? 'history.event.instance.logo_removed' : 'history.event.instance.logo_changed', {
      actor,
    }),
    pairs: [],
  }),
}
