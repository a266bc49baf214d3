import { documentAddress } from '@/app/_addresses/document'
import { opening, recommendationAddress, type State } from '@/app/_addresses/recommendation'
import { themeAddress } from '@/app/_addresses/theme'
import { StatusBar } from '@/app/_ui/status-bar'
import type { Actor } from '@/lib/domain/actor'
import { dateInWords, listInWords, t } from '@/lib/platform/i18n'
import { mayEdit } from '@/lib/recommendations/policy'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { AssignmentStatus } from '@/prisma/generated/enums'
import type { ShownKnown } from './recommendation-facts'

/** Returns the facts about a recommendation as text, and the actions that the reader may take. */
export function shownKnown(actor: Actor, whole: RecommendationView, state: State): ShownKnown {
  const { document, themes, kind, citation } = whole
  const dated = document.date && t('recommendation.dated', { date: dateInWords(document.date) })
  return {
    document: {
      term: t('recommendation.document'),
      href: documentAddress(document.code),
      label: document.title,
      about: [document.symbol, dated].filter(Boolean).join('. '),
    },
    addressed: { term: t('recommendation.addressed'), ...addressedOf(actor, whole, state) },
    kind: { term: t('recommendation.kind'), text: t(`kind.${kind}`) },
    themes: {
      term: t('recommendation.themes'),
      links: themes.map((theme) => ({ href: themeAddress(theme), label: theme })),
      none: t('recommendation.noThemes'),
    },
    cite: { term: t('recommendation.cite'), text: citation },
    assignments: countsOf(whole),
    steps: mayEdit(actor) ? stepsOf(whole, state) : undefined,
  }
}

/** Returns the addressees. If none were recorded, says so. */
function addressedOf(actor: Actor, { key, addressees, namesNobody }: RecommendationView, state: State) {
  if (addressees.length > 0) return { text: listInWords(addressees.map(({ words }) => words)), record: undefined }
  if (namesNobody) return { text: t('recommendation.addressedNobody'), record: undefined }
  const href = recommendationAddress(key, opening(state, { edit: 'reading' }), 'reading')
  return {
    text: t('recommendation.addressedUnrecorded'),
    record: mayEdit(actor) ? { href, label: t('recommendation.addressedRecord') } : undefined,
  }
}

function countsOf({ byStatus }: RecommendationView): ShownKnown['assignments'] {
  const counts = Object.values(AssignmentStatus).flatMap((status) => {
    const count = byStatus[status] ?? 0
    const label = t(`status.${status}`)
    const text = t('recommendation.statusCount', { count, status: label.toLowerCase() })
    return count > 0 ? { status, count, label, text } : []
  })
  const count = counts.reduce((sum, { count }) => sum + count, 0)
  return count > 0
    ? { term: t('recommendation.assignmentCount', { count }), bar: <StatusBar counts={counts} /> }
    : undefined
}

function stepsOf({ key, closure }: RecommendationView, state: State): ShownKnown['steps'] {
  const to = (edit: 'reading' | 'closure' | 'removal', label: string) => ({
    href: recommendationAddress(key, opening(state, { edit }), edit),
    label,
  })
  return {
    term: t('recommendation.manageIt'),
    links: [
      to('reading', t('recommendation.correct')),
      to('closure', t(closure ? 'recommendation.closing.reopen' : 'recommendation.closing.close')),
      to('removal', t('recommendation.removing.open')),
    ],
  }
}
