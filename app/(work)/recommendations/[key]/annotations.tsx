import { Arrival } from '@/app/_ui/arrival'
import { Card } from '@/app/_ui/card'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Quiet } from '@/app/_ui/text'
import { mayAnnotate } from '@/lib/annotations/policy'
import type { SignedIn } from '@/lib/people/session'
import { words } from '@/lib/platform/i18n'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, opening, type State, showing } from './address'
import { AnnotationForm } from './annotation-form'
import { doneInWords } from './done'
import { NoteItem } from './note-item'
import { shownNote } from './shown-note'
import { threadsIn } from './threads'

type Props = { actor: SignedIn; whole: Whole; state: State }

/** What people say of it, newest first; answers stand under what they answer. */
export function Annotations(props: Props) {
  const { actor, whole, state } = props
  const threads = threadsIn(whole.notes)
  return (
    <Section id="annotations" title={words('one.annotations.title')}>
      {state.at === 'annotations' && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
      {threads.length === 0 ? (
        <Quiet>{words('one.annotations.empty')}</Quiet>
      ) : (
        <Rows ordered>
          {threads.map(({ note, answers }) => (
            <NoteItem
              key={note.annotation.id}
              note={shownNote(note, props, true)}
              answers={answers.map((answer) => shownNote(answer, props))}
            />
          ))}
        </Rows>
      )}
      <Further whole={whole} state={state} />
      <Add actor={actor} whole={whole} state={state} />
    </Section>
  )
}

/** The ways to newer and to older annotations. */
function Further({ whole: { key, olderNotes }, state }: Pick<Props, 'whole' | 'state'>) {
  const { notes = 0 } = state
  // The form of an annotation stays on the page that has the annotation.
  const closed = { answer: undefined, revise: undefined }
  const at = (page: number) => addressOf(key, showing(state, { ...closed, notes: page || undefined }), 'annotations')
  return (
    <Row screen>
      {notes > 0 && (
        <InPlaceLink keeps href={at(notes - 1)}>
          {words('one.annotations.newer')}
        </InPlaceLink>
      )}
      {olderNotes > 0 && (
        <InPlaceLink keeps href={at(notes + 1)}>
          {words('one.annotations.older', { count: olderNotes })}
        </InPlaceLink>
      )}
    </Row>
  )
}

/** The form to write one, once it is asked for; who may not write is told whom to ask. */
function Add({ actor, whole, state }: Props) {
  if (!mayAnnotate(actor)) return <small data-screen>{words('one.annotations.viewer')}</small>
  if (state.annotate !== 'open') {
    return (
      <Row screen>
        <InPlaceLink variant="plain" href={addressOf(whole.key, opening(state, { annotate: 'open' }), 'annotate')}>
          {words('one.annotations.add')}
        </InPlaceLink>
      </Row>
    )
  }
  return (
    <div id="annotate" data-screen>
      <Card>
        <AnnotationForm actor={actor} whole={whole} back={addressOf(whole.key, opening(state), 'annotations')} />
      </Card>
    </div>
  )
}
