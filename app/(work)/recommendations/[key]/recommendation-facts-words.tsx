import { opening, recommendationAddress, type State } from '@/app/_addresses/recommendation'
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
  const dated = document.date && t('one.dated', { date: dateInWords(document.date) })
  return {
    document: {
      term: t('one.document'),
      href: `/documents/${document.code}`,
      label: document.title,
      about: [document.symbol, dated].filter(Boolean).join('. '),
    },
    addressed: { term: t('one.addressed'), ...addressedOf(actor, whole, state) },
    kind: { term: t('one.kind'), said: t(`kind.${kind}`) },
    themes: {
      term: t('one.themes'),
      links: themes.map((theme) => ({ href: `/recommendations?theme=${encodeURIComponent(theme)}`, label: theme })),
      none: t('one.noThemes'),
    },
    cite: { term: t('one.cite'), said: citation },
    assignments: countsOf(whole),
    steps: mayEdit(actor) ? stepsOf(actor, whole, state) : undefined,
  }
}

/** Returns the addressees. If none were recorded, says so. */
function addressedOf(actor: Actor, { key, addressees, namesNobody }: RecommendationView, state: State) {
  if (addressees.length > 0) return { said: listInWords(addressees.map(({ words }) => words)), record: undefined }
  if (namesNobody) return { said: t('one.addressedNobody'), record: undefined }
  const href = recommendationAddress(key, opening(state, { edit: 'reading' }), 'reading')
  return {
    said: t('one.addressedUnrecorded'),
    record: mayEdit(actor) ? { href, label: t('one.addressedRecord') } : undefined,
  }
}

function countsOf({ byStatus }: RecommendationView): ShownKnown['assignments'] {
  const counts = Object.values(AssignmentStatus).flatMap((status) => {
    const count = byStatus[status] ?? 0
    const label = t(`status.${status}`)
    const said = t('one.statusCount', { count, status: label.toLowerCase() })
    return count > 0 ? { status, count, label, said } : []
  })
  const count = counts.reduce((sum, { count }) => sum + count, 0)
  return count > 0 ? { term: t('one.assignmentCount', { count }), bar: <StatusBar counts={counts} /> } : undefined
}

function stepsOf({ role }: Actor, { key, closure }: RecommendationView, state: State): ShownKnown['steps'] {
  const to = (edit: 'reading' | 'closure' | 'removal', label: string) => ({
    href: recommendationAddress(key, opening(state, { edit }), edit),
    label,
  })
  return {
    term: t('one.ours', { role }),
    links: [
      to('reading', t('one.correct')),
      to('closure', t(closure ? 'one.closing.reopen' : 'one.closing.close')),
      to('removal', t('one.removing.open')),
    ],
  }
}
