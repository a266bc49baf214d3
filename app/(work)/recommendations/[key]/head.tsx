import { Arrival } from '@/app/_ui/arrival'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { PageHead, Row } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { Pager } from '@/app/_ui/pager'
import { Status } from '@/app/_ui/status'
import { Late, Quiet } from '@/app/_ui/text'
import { distanceInWords } from '@/lib/assignments/due'
import { today } from '@/lib/platform/clock'
import { dateInWords, words } from '@/lib/platform/i18n'
import { placeInWords } from '@/lib/recommendations/citation'
import type { Whole } from '@/lib/recommendations/whole'
import { pathOf, type State } from './address'
import { doneInWords } from './done'

/** Where one is, what this is, and how it stands. */
export function Head({ whole, state }: { whole: Whole; state: State }) {
  const { key, title, document, paragraph } = whole
  return (
    <PageHead title={title} above={<Above whole={whole} place={placeInWords(key, document.code, paragraph)} />}>
      <Row>
        <Status status={whole.status} label={words(`status.${whole.status}`)} />
        <span>{progressInWords(whole)}</span>
        {whole.overdue && <Overdue {...whole.overdue} />}
        {whole.upcoming && <Upcoming {...whole.upcoming} />}
      </Row>
      {whole.closing && <Closed {...whole.closing} whole={whole} />}
      {whole.archived && <Notice tone="warning">{words('one.archived')}</Notice>}
      {state.at === 'recommendation' && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
    </PageHead>
  )
}

function Above({ whole, place }: { whole: Whole; place: string }) {
  const { previous, next, document } = whole
  return (
    <Row spread>
      <Breadcrumb
        label={words('one.trail')}
        items={[
          { label: words('one.list'), href: '/recommendations' },
          { label: document.title, href: `/documents/${document.code}` },
          { label: place },
        ]}
      />
      <Pager
        label={words('one.neighbours')}
        previous={previous ? { href: pathOf(previous), label: words('one.previous') } : undefined}
        next={next ? { href: pathOf(next), label: words('one.next') } : undefined}
      >
        {words('one.place', { place: whole.place, places: whole.places })}
      </Pager>
    </Row>
  )
}

function progressInWords({ counts: { open, implemented, verified }, status, kind }: Whole) {
  if (open > 0) return words('one.implemented', { open, implemented, verified })
  if (status === 'closed') return ''
  return kind === 'finding' ? words('one.finding') : words('one.nobody')
}

type Falling = NonNullable<Whole['overdue']>

const Overdue = ({ name, dueOn, count }: Falling) => (
  <Late>{words('one.overdue', { name, count, note: distanceInWords(dueOn, today()).note })}</Late>
)

const Upcoming = ({ name, dueOn }: Falling) => (
  <Quiet>{words('one.upcoming', { name, date: dateInWords(dueOn) })}</Quiet>
)

function Closed({ by, at, reason, whole }: NonNullable<Whole['closing']> & { whole: Whole }) {
  const closure = whole.closure ? words(`closure.${whole.closure}`) : ''
  return (
    <Notice tone="info">
      <b>{words('one.closedBy', { by, date: dateInWords(at.slice(0, 10)), closure })}</b> <bdi>{reason}</bdi>
    </Notice>
  )
}
