import { t } from '@/lib/platform/i18n'
import type { Publication } from '@/lib/publications/publication-shape'

/** Returns how far a report is: "Being generated, 40% done". */
export const stateInWords = ({ state, progress }: Publication) =>
  state === 'making'
    ? t('publications.state.making', { percent: Math.round(progress * 100) })
    : t(`publications.state.${state}`)
