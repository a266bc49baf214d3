import { opening, recommendationAddress, type State, showing } from '@/app/_addresses/recommendation'
import { Card } from '@/app/_ui/card'
import { DoneNotice } from '@/app/_ui/done-notice'
import { Row, Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SoftLink } from '@/app/_ui/soft-link'
import { Muted } from '@/app/_ui/text'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { mayAnnotate } from '@/lib/annotations/policy'
import type { SignedIn } from '@/lib/people/session'
import { t } from '@/lib/platform/i18n'
import { showsPresent } from '@/lib/platform/shown-day'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import { AnnotationItem } from './annotation'
import { AnnotationForm } from './annotation-form'
import { shownNote } from './annotation-words'
import type { Mentions } from './mentions-for'
import { threadsIn } from './threads'

type Props = { actor: SignedIn; whole: RecommendationView; state: State; mentions: Mentions }

/** The annotations of a recommendation, newest first. Answers are below the annotation that they answer. */
export function Annotations(props: Props) {
  const { actor, whole, state } = props
  const threads = threadsIn(whole.notes)
  return (
    <Section id="annotations" title={t('recommendation.annotations.title')}>
      {state.at === 'annotations' && state.done && <DoneNotice>{doneInWords(state.done)}</DoneNotice>}
      {threads.length === 0 ? (
        <Muted>{t('recommendation.annotations.empty')}</Muted>
      ) : (
        <Rows ordered>
          {threads.map(({ note, answers }) => (
            <AnnotationItem
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

/** Links to newer and older annotations. */
function Further({ whole: { key, olderNotes }, state }: Pick<Props, 'whole' | 'state'>) {
  const { notes = 0 } = state
  // The form of an annotation stays on the page with that annotation.
  const closed = { answer: undefined, revise: undefined }
  const at = (page: number) =>
    recommendationAddress(key, showing(state, { ...closed, notes: page || undefined }), 'annotations')
  if (notes === 0 && olderNotes === 0) return null
  return (
    <Row screen>
      {notes > 0 && (
        <SoftLink keeps href={at(notes - 1)}>
          {t('recommendation.annotations.newer')}
        </SoftLink>
      )}
      {olderNotes > 0 && (
        <SoftLink keeps href={at(notes + 1)}>
          {t('recommendation.annotations.older', { count: olderNotes })}
        </SoftLink>
      )}
    </Row>
  )
}

/** The form to write an annotation, when the reader asks for it. People who may not write are told whom to ask. */
function Add({ actor, whole, state }: Omit<Props, 'mentions'>) {
  if (!showsPresent()) return null
  if (!mayAnnotate(actor)) return <small data-screen>{t('recommendation.annotations.viewer')}</small>
  if (state.annotate !== 'open') {
    return (
      <Row screen>
        <SoftLink
          variant="plain"
          href={recommendationAddress(whole.key, opening(state, { annotate: 'open' }), 'annotate')}
        >
          {t('recommendation.annotations.add')}
        </SoftLink>
      </Row>
    )
  }
  return (
    <div id="annotate" data-screen>
      <Card>
        <AnnotationForm
          actor={actor}
          whole={whole}
          back={recommendationAddress(whole.key, opening(state), 'annotations')}
        />
      </Card>
    </div>
  )
}
