import { t } from '@/lib/platform/i18n'
import { type Describers, day, pair } from './description'

export const describePublications: Describers<'publication'> = {
  'publication.generated': ({ after }, { actor }) => ({
    sentence: t('history.event.publication.generated', { actor, name: after.title }),
    pairs: [
      pair('code', undefined, after.code),
      pair('asOf', undefined, day(after.asOf)),
      pair('sha256', undefined, after.sha256),
    ],
  }),
}
