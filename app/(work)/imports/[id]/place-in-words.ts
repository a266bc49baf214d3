import type { PlaceNow } from '@/lib/imports/place-shape'
import { t } from '@/lib/platform/i18n'

const named = (label: string | undefined) => (label ? t('imports.paragraph', { label }) : t('imports.unnumbered'))

/** Returns what a place is in the new text, from which paragraph to which, and who decided it. */
export function placeInWords({ state, was, label, decided, decidedBy }: PlaceNow) {
  const [before, after] = [named(was.label), named(label)]
  const where = state === 'gone' || before === after ? before : t('imports.edition.fromTo', { before, after })
  const by = decided ? t('imports.edition.decidedBy', { name: decidedBy?.name ?? '' }) : t('imports.edition.proposed')
  return [t(`imports.edition.state.${state}`), where, by].join(' · ')
}
