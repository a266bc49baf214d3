import { documentAddress } from '@/app/_addresses/document'
import { recommendationPath, type State } from '@/app/_addresses/recommendation'
import { recommendationListAddress } from '@/app/_addresses/recommendation-list'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Notice } from '@/app/_ui/notice'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { placeInWords } from '@/lib/domain/citation'
import { distanceInWords } from '@/lib/domain/due-dates'
import { dateInWords, t } from '@/lib/platform/i18n'
import { shownDay, showsPresent } from '@/lib/platform/shown-day'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { FollowForm } from './follow-form'
import { HeadView, type ShownHead } from './header-view'

/** The head of the page: the path, the title and the status. */
export const Header = ({ whole, state }: { whole: RecommendationView; state: State }) => (
  <HeadView
    {...shownHead(whole)}
    actions={showsPresent() && <FollowForm recommendation={whole.key} follows={whole.followed} />}
  >
    {whole.closing && <Closed {...whole.closing} whole={whole} />}
    {whole.archived && <Notice tone="warning">{t('recommendation.archived')}</Notice>}
    {state.at === 'recommendation' && state.done && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
  </HeadView>
)

function shownHead(whole: RecommendationView): ShownHead {
  const { key, title, status, document, paragraph, previous, next, overdue, upcoming } = whole
  return {
    title,
    trail: {
      label: t('recommendation.trail'),
      items: [
        { label: t('recommendation.list'), href: recommendationListAddress({}) },
        { label: document.title, href: documentAddress(document.code) },
        { label: placeInWords(key, document.code, paragraph) },
      ],
    },
    neighbours: {
      label: t('recommendation.neighbours'),
      place: t('recommendation.place', { place: whole.place, places: whole.places }),
      previous: previous ? { href: recommendationPath(previous), label: t('recommendation.previous') } : undefined,
      next: next ? { href: recommendationPath(next), label: t('recommendation.next') } : undefined,
    },
    status: { status, label: t(`status.${status}`) },
    progress: progressInWords(whole),
    overdue: overdue && overdueInWords(overdue),
    upcoming: upcoming && upcomingInWords(upcoming),
  }
}

function progressInWords({ counts: { open, implemented, verified }, status, kind }: RecommendationView) {
  if (open > 0) return t('recommendation.implemented', { open, implemented, verified })
  if (status === 'closed') return ''
  return kind === 'finding' ? t('recommendation.finding') : t('recommendation.nobody')
}

type Falling = NonNullable<RecommendationView['overdue']>

const overdueInWords = ({ name, dueOn, count }: Falling) =>
  t('recommendation.overdue', { name, count, note: distanceInWords(dueOn, shownDay()).note })

const upcomingInWords = ({ name, dueOn }: Falling) => t('recommendation.upcoming', { name, date: dateInWords(dueOn) })

function Closed({ by, at, reason, whole }: NonNullable<RecommendationView['closing']> & { whole: RecommendationView }) {
  const closure = whole.closure ? t(`closure.${whole.closure}`) : ''
  return (
    <Notice tone="info">
      <b>{t('recommendation.closedBy', { by, date: dateInWords(at.slice(0, 10)), closure })}</b> <bdi>{reason}</bdi>
    </Notice>
  )
}
