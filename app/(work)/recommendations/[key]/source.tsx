import { CopyButton } from '@/app/_ui/copy-button'
import { Split } from '@/app/_ui/layout'
import { Leaf, type Segment } from '@/app/_ui/leaf'
import type { Candidates } from '@/lib/assignments/candidates'
import type { Actor } from '@/lib/people/actor'
import { words } from '@/lib/platform/i18n'
import { paragraphInWords } from '@/lib/recommendations/citation'
import { shortKey } from '@/lib/recommendations/key'
import { mayClose, mayEdit, mayRemove } from '@/lib/recommendations/policy'
import { stretchesOf } from '@/lib/recommendations/stretches'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, noteId, opening, pathOf, type State } from './address'
import { ClosureForm } from './closure-form'
import { Known } from './known'
import { ReadingForm } from './reading-form'
import { RemovalForm } from './removal-form'
import { shownKnown } from './shown-known'

type Props = { actor: Actor; whole: Whole; state: State; candidates: Candidates | undefined }

/** The words that were agreed, and beside them what is known of them. */
export function Source({ actor, whole, state, candidates }: Props) {
  const { key, document, paragraph } = whole
  const back = addressOf(key, opening(state), 'main')
  return (
    <Split aside={<Known {...shownKnown(actor, whole, state)} />}>
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
