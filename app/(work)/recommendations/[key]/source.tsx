import { CopyButton } from '@/app/_ui/copy-button'
import { Fact, Facts } from '@/app/_ui/facts'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Split } from '@/app/_ui/layout'
import { Leaf, type Segment } from '@/app/_ui/leaf'
import { StatusBar } from '@/app/_ui/status-bar'
import type { Candidates } from '@/lib/assignments/candidates'
import type { Actor } from '@/lib/people/actor'
import { dateInWords, listInWords, words } from '@/lib/platform/i18n'
import { paragraphInWords } from '@/lib/recommendations/citation'
import { shortKey } from '@/lib/recommendations/key'
import { mayClose, mayEdit, mayRemove } from '@/lib/recommendations/policy'
import { stretchesOf } from '@/lib/recommendations/stretches'
import type { Whole } from '@/lib/recommendations/whole'
import { AssignmentStatus } from '@/prisma/generated/enums'
import { addressOf, noteId, opening, pathOf, type State } from './address'
import { ClosureForm } from './closure-form'
import { ReadingForm } from './reading-form'
import { RemovalForm } from './removal-form'

type Props = { actor: Actor; whole: Whole; state: State; candidates: Candidates | undefined }

/** The words that were agreed, and beside them what is known of them. */
export function Source({ actor, whole, state, candidates }: Props) {
  const { key, document, paragraph } = whole
  const back = addressOf(key, opening(state), 'main')
  return (
    <Split aside={<Known actor={actor} whole={whole} state={state} />}>
      <Leaf
        heading={paragraph.heading}
        label={paragraphInWords(paragraph)}
        lang={whole.language}
        lead={whole.above}
        segments={segmentsOf(whole)}
        before={<a href={`/documents/${document.code}#p${paragraph.ordinal}`}>{words('one.source')}</a>}
        after={<CopyButton text={whole.citation} label={words('one.copy')} copied={words('one.copied')} />}
      />
      {state.edit === 'reading' && mayEdit(actor) && <ReadingForm whole={whole} candidates={candidates} back={back} />}
      {state.edit === 'closure' && mayClose(actor) && <ClosureForm whole={whole} back={back} />}
      {state.edit === 'removal' && mayRemove(actor) && <RemovalForm whole={whole} back={back} />}
    </Split>
  )
}

function segmentsOf(whole: Whole): Segment[] {
  const { key, text, siblings, notes, document } = whole
  const others = siblings.filter((one) => one.key !== key)
  const marks = notes.flatMap(({ annotation: { id, start, end, withdrawnAt } }) =>
    start === undefined || end === undefined || withdrawnAt ? [] : [{ id, start, end }],
  )
  type Other = (typeof others)[number]
  const pin = ({ key, status }: Pick<Other, 'key' | 'status'>) => ({
    short: shortKey(key, document.code),
    status,
    statusLabel: words(`status.${status}`),
  })
  return stretchesOf(text, whole, others, marks).map((stretch) => {
    if (!('parts' in stretch)) {
      const { text, other, first } = stretch
      return { text, ...(other && { href: pathOf(other.key) }), ...(other && first && pin(other)) }
    }
    const parts = stretch.parts.map(({ text, other, first, note }) => ({
      text,
      ...(other && { href: pathOf(other.key) }),
      ...(note && { href: `#${noteId(note.id)}` }),
      ...(other && first && pin(other)),
    }))
    return { text: whole.quote, current: true, parts, ...pin(whole) }
  })
}

function Known({ actor, whole, state }: Omit<Props, 'candidates'>) {
  const { key, document, themes, kind, closure } = whole
  return (
    <Facts>
      <Fact term={words('one.document')}>
        <a href={`/documents/${document.code}`} dir="auto">
          {document.title}
        </a>
        <br />
        <small>
          {[document.symbol, document.date && words('one.dated', { date: dateInWords(document.date) })]
            .filter(Boolean)
            .join('. ')}
        </small>
      </Fact>
      <Fact term={words('one.addressed')}>
        <Addressed actor={actor} whole={whole} state={state} />
      </Fact>
      <Fact term={words('one.kind')}>{words(`kind.${kind}`)}</Fact>
      <Fact term={words('one.themes')}>{themes.length > 0 ? <Themes themes={themes} /> : words('one.noThemes')}</Fact>
      <Fact term={words('one.cite')}>{whole.citation}</Fact>
      <Carried whole={whole} />
      {mayEdit(actor) && (
        <Fact term={words('one.ours', { role: actor.role })} screen>
          <InPlaceLink href={addressOf(key, opening(state, { edit: 'reading' }), 'reading')}>
            {words('one.correct')}
          </InPlaceLink>
          <br />
          <InPlaceLink href={addressOf(key, opening(state, { edit: 'closure' }), 'closure')}>
            {words(closure ? 'one.closing.reopen' : 'one.closing.close')}
          </InPlaceLink>
          <br />
          <InPlaceLink href={addressOf(key, opening(state, { edit: 'removal' }), 'removal')}>
            {words('one.removing.open')}
          </InPlaceLink>
        </Fact>
      )}
    </Facts>
  )
}

/** To whom the text speaks. Where nobody has recorded it, that is all that is known. */
function Addressed({ actor, whole: { key, addressees }, state }: Omit<Props, 'candidates'>) {
  if (addressees.length > 0) return listInWords(addressees.map(({ words }) => words))
  return (
    <>
      {words('one.addressedUnrecorded')}
      {mayEdit(actor) && (
        <span data-screen="">
          <br />
          <InPlaceLink href={addressOf(key, opening(state, { edit: 'reading' }), 'reading')}>
            {words('one.addressedRecord')}
          </InPlaceLink>
        </span>
      )}
    </>
  )
}

const Themes = ({ themes }: { themes: string[] }) =>
  themes.map((theme, place) => (
    <span key={theme}>
      {place > 0 && ', '}
      <a href={`/recommendations?theme=${encodeURIComponent(theme)}`} dir="auto">
        {theme}
      </a>
    </span>
  ))

function Carried({ whole: { byStatus } }: { whole: Whole }) {
  const counts = Object.values(AssignmentStatus).flatMap((status) => {
    const count = byStatus[status] ?? 0
    const label = words(`status.${status}`)
    return [{ status, count, label, said: words('one.statusCount', { count, status: label.toLowerCase() }) }]
  })
  const count = counts.reduce((sum, { count }) => sum + count, 0)
  if (count === 0) return null
  return (
    <Fact term={words('one.assignmentCount', { count })}>
      <StatusBar counts={counts} />
    </Fact>
  )
}
