import type { Erasure } from '@/lib/domain/erasure'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

/** Returns when something was erased by law, by whom and why, or only that it was. */
export const erasureInWords = (erasure: Erasure | undefined) =>
  erasure
    ? t('erasure.text', { by: erasure.by, date: dateInWords(dayOf(new Date(erasure.at))), reason: erasure.reason })
    : t('recommendation.assignments.erased')
