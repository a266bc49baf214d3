import { Arrival } from '@/app/_ui/arrival'
import { Notice } from '@/app/_ui/notice'
import { distanceInWords } from '@/lib/assignments/due'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { placeInWords } from '@/lib/recommendations/citation'
import type { Whole } from '@/lib/recommendations/whole'
import { pathOf, type State } from './address'
import { doneInWords } from './done'
import { HeadView, type ShownHead } from './head-view'

/** Where one is, what this is, and how it stands. */
export const Head = ({ whole, state }: { whole: Whole; state: State }) => (
  <HeadView {...shownHead(whole)}>
    {whole.closing && <Closed {...whole.closing} whole={whole} />}
    {whole.archived && <Notice tone="warning">{words('one.archived')}</Notice>}
    {state.at === 'recommendation' && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
  </HeadView>
)

function shownHead(whole: Whole): ShownHead {
  const { key, title, status, document, paragraph, previous, next, overdue, upcoming } = whole
  return {
    title,
    trail: {
      label: words('one.trail'),
      items: [
        { label: words('one.list'), href: '/recommendations' },
        { label: document.title, href: `/documents/${document.code}` },
        { label: placeInWords(key, document.code, paragraph) },
      ],
    },
    neighbours: {
      label: words('one.neighbours'),
      place: words('one.place', { place: whole.place, places: whole.places }),
      previous: previous ? { href: pathOf(previous), label: words('one.previous') } : undefined,
      next: next ? { href: pathOf(next), label: words('one.next') } : undefined,
    },
    status: { status, label: words(`status.${status}`) },
    progress: progressInWords(whole),
    overdue: overdue && overdueInWords(overdue),
    upcoming: upcoming && upcomingInWords(upcoming),
  }
}

function progressInWords({ counts: { open, implemented, verified }, status, kind }: Whole) {
  if (open > 0) return words('one.implemented', { open, implemented, verified })
  if (status === 'closed') return ''
  return kind === 'finding' ? words('one.finding') : words('one.nobody')
}

type Falling = NonNullable<Whole['overdue']>

const overdueInWords = ({ name, dueOn, count }: Falling) =>
  words('one.overdue', { name, count, note: distanceInWords(dueOn, today()).note })

const upcomingInWords = ({ name, dueOn }: Falling) => words('one.upcoming', { name, date: dateInWords(dueOn) })

function Closed({ by, at, reason, whole }: NonNullable<Whole['closing']> & { whole: Whole }) {
  const closure = whole.closure ? words(`closure.${whole.closure}`) : ''
  return (
    <Notice tone="info">
      <b>{words('one.closedBy', { by, date: dateInWords(at.slice(0, 10)), closure })}</b> <bdi>{reason}</bdi>
    </Notice>
  )
}
