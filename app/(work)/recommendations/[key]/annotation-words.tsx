import { erasureAddress } from '@/app/_addresses/erasure'
import {
  annotationAddress,
  annotationId,
  opening,
  recommendationAddress,
  type State,
} from '@/app/_addresses/recommendation'
import { doneInWords } from '@/app/(work)/_components/done-words'
import { erasureInWords } from '@/app/(work)/_components/erasure-words'
import { mayAnnotate, mayRevise, mayWithdraw } from '@/lib/annotations/policy'
import { withPlainMentions } from '@/lib/domain/mention'
import { namingPeople } from '@/lib/mentions/people-links'
import { mayErase } from '@/lib/people/erasure-fields'
import type { SignedIn } from '@/lib/people/session'
import { config } from '@/lib/platform/config'
import { dateInWords, listInWords, momentInWords, t } from '@/lib/platform/i18n'
import { type Drawn, readMarkdown } from '@/lib/platform/markdown'
import { wasRefused } from '@/lib/platform/request-scope'
import { shortened } from '@/lib/platform/text'
import { cut } from '@/lib/reading/sentences'
import type { Note } from '@/lib/register/annotations'
import type { RecommendationView } from '@/lib/register/recommendation-view'
import type { ShownNote, ShownWithdrawn } from './annotation'
import { EditAnnotationForm } from './edit-annotation-form'
import type { Mentions } from './mentions-for'
import { ReplyForm } from './reply-form'
import { WithdrawForm } from './withdraw-form'

type Props = { actor: SignedIn; whole: RecommendationView; state: State; mentions: Mentions }

/** Returns the texts of an annotation. `alone` means that the annotation which it answers is not shown above it. */
export function shownNote(note: Note, props: Props, alone = false): ShownNote | ShownWithdrawn {
  const { whole, state, mentions } = props
  const { id, author, audience, withdrawnAt, start, end, words } = note.annotation
  const screen = audience === 'organization'
  if (withdrawnAt) return { key: id, screen, ...withdrawnInWords(note.annotation), refused: refusedIn(note, props) }
  return {
    key: id,
    id: annotationId(id),
    screen,
    author: author.name,
    about: aboutNote(note),
    arrived: state.at === id && state.done ? `${doneInWords(state.done)} ${mentions.outcome}`.trim() : undefined,
    answering: alone && note.answers ? answeringOf(note.answers, whole.key) : undefined,
    quoted:
      start !== undefined && end !== undefined
        ? t('recommendation.annotations.about', { words: words ?? cut(whole.text, { start, end }) })
        : undefined,
    earlier: note.earlier.length > 0 ? earlierOf(note, mentions) : undefined,
    ...openIn(note, props),
  }
}

/** Returns the form that was refused because its annotation had been withdrawn, with what was typed in it. */
function refusedIn({ annotation }: Note, { whole: { key }, state }: Props) {
  const { id, version, author } = annotation
  const back = recommendationAddress(key, opening(state), annotationId(id))
  if (state.revise === id && wasRefused('withdraw-')) {
    return <WithdrawForm recommendation={key} id={id} back={back} name={author.name} />
  }
  if (state.revise === id && wasRefused('revise-')) {
    return <EditAnnotationForm recommendation={key} id={id} back={back} version={version} body="" />
  }
  if (state.answer !== id || !wasRefused('answer-')) return undefined
  return <ReplyForm recommendation={key} parent={annotation} back={back} />
}

/** Returns the body, or the form that edits it. Returns the actions, or the form for an answer. */
function openIn(note: Note, { actor, whole, state, mentions }: Props) {
  const { id, body, author, version, erasure } = note.annotation
  const back = recommendationAddress(whole.key, opening(state), annotationId(id))
  const given = { recommendation: whole.key, id, back }
  const editing = state.revise === id
  // What was typed before the text was erased is shown again with the refusal.
  const edits = editing && mayRevise(actor, { authorId: author.id }) && (!erasure || wasRefused('revise-'))
  const answers = state.answer === id && mayAnnotate(actor)
  const drawn = () => (note.beginningOnly ? beginningOf(body) : namingPeople(mentions.known, readMarkdown(body)))
  return {
    body: edits ? undefined : drawn(),
    rest: note.beginningOnly && !edits ? wholeOf(id, { whole, state }) : undefined,
    erased: erasure && erasureInWords(erasure),
    revise: edits ? <EditAnnotationForm {...given} version={version} body={body} /> : undefined,
    withdraw: editing && mayWithdrawOf(actor, author) ? <WithdrawForm {...given} name={author.name} /> : undefined,
    answer: answers ? <ReplyForm recommendation={whole.key} parent={note.annotation} back={back} /> : undefined,
    steps: answers || !mayAnnotate(actor) ? undefined : stepsOf(note, { actor, whole, state, mentions }),
  }
}

const wholeOf = (id: string, { whole, state }: Pick<Props, 'whole' | 'state'>) => ({
  href: annotationAddress(whole.key, id, opening(state)),
  label: t('recommendation.annotations.showWhole'),
})

/** Plain text, which takes no time to draw. */
const beginningOf = (body: string): Drawn[] => [{ tag: 'p', children: [shortened(withPlainMentions(body), 120)] }]

const longest = 120

const answeringOf = ({ id, author, beginning }: NonNullable<Note['answers']>, recommendation: string) => ({
  href: annotationAddress(recommendation, id),
  label: t('recommendation.annotations.inAnswerTo', { name: author }),
  beginning: beginning ? t('history.quoted', { text: shortened(withPlainMentions(beginning), longest) }) : undefined,
})

const withdrawnInWords = ({ author, withdrawal }: Note['annotation']) => ({
  withdrawn: withdrawal
    ? t('recommendation.annotations.withdrawnBy', { name: withdrawal.by.name, author: author.name })
    : t('recommendation.annotations.withdrawn', { name: author.name }),
  reason: withdrawal?.reason,
})

/** Returns whether to offer the withdrawal of another person's annotation. */
const mayWithdrawOf = (actor: SignedIn, { id: authorId }: { id: string }) =>
  mayWithdraw(actor, { authorId }) && !mayRevise(actor, { authorId })

function stepsOf({ annotation: { id, author, erasure } }: Note, { actor, whole, state }: Props) {
  const to = (form: State) => recommendationAddress(whole.key, opening(state, form), annotationId(id))
  const steps = erasure ? [] : [{ href: to({ answer: id }), label: t('recommendation.annotations.answer') }]
  if (mayErase(actor)) steps.push({ href: erasureAddress('annotation', id), label: t('erasure.open') })
  if (state.revise === id) return steps
  const href = to({ revise: id })
  if (mayRevise(actor, { authorId: author.id })) {
    if (!erasure) steps.push({ href, label: t('recommendation.annotations.edit') })
  } else if (mayWithdrawOf(actor, author)) steps.push({ href, label: t('recommendation.annotations.withdrawOthers') })
  return steps
}

const earlierOf = ({ earlier, earlierCount: count }: Note, { known }: Mentions) => ({
  summary: t('recommendation.annotations.earlier', { count }),
  versions: earlier.map(({ body, at }) => ({
    key: at,
    at: momentInWords(new Date(at), config.TIME_ZONE),
    body: namingPeople(known, readMarkdown(body)),
  })),
  more:
    count > earlier.length ? t('recommendation.annotations.earlierMore', { count: count - earlier.length }) : undefined,
})

/** Returns the author, the time and the audience. */
function aboutNote({ annotation, from, earlier }: Note) {
  const { audience, organization, createdAt } = annotation
  const audienceInWords = t(`recommendation.annotations.for.${audience}`, { organization: organization?.name ?? '' })
  const date = dateInWords(createdAt.slice(0, 10))
  const about =
    from.length > 0
      ? t('recommendation.annotations.by', { from: listInWords(from), date, audience: audienceInWords })
      : t('recommendation.annotations.byNobody', { date, audience: audienceInWords })
  return earlier.length > 0 ? `${about}, ${t('recommendation.annotations.edited')}` : about
}
