import { Arrival } from '@/app/_ui/arrival'
import { Disclosure } from '@/app/_ui/disclosure'
import { InPlaceLink } from '@/app/_ui/in-place'
import { Row, Stack } from '@/app/_ui/layout'
import { Written } from '@/app/_ui/markdown'
import { Quiet } from '@/app/_ui/text'
import { mayAnnotate, mayRevise, mayWithdraw } from '@/lib/annotations/policy'
import { cut } from '@/lib/documents/sentences'
import type { SignedIn } from '@/lib/people/session'
import { config } from '@/lib/platform/config'
import { dateInWords, listInWords, momentInWords, words } from '@/lib/platform/i18n'
import { readMarkdown } from '@/lib/platform/markdown'
import { shortened } from '@/lib/platform/text'
import type { Note } from '@/lib/recommendations/notes'
import type { Whole } from '@/lib/recommendations/whole'
import { addressOf, noteAddress, noteId, opening, type State } from './address'
import { AnswerForm } from './answer-form'
import { doneInWords } from './done'
import css from './note-item.module.css'
import { ReviseForm } from './revise-form'
import type { Thread } from './threads'
import { WithdrawForm } from './withdraw-form'

type Props = { actor: SignedIn; whole: Whole; state: State }

/** A note, and the answers to it; on paper, which goes from hand to hand, none that is for one organization. */
export const NoteItem = ({ note, answers, ...props }: Thread & Props) => (
  <li data-screen={note.annotation.audience === 'organization' || undefined}>
    <One note={note} alone {...props} />
    {answers.length > 0 && (
      <ol className={css.answers}>
        {answers.map((answer) => (
          <li key={answer.annotation.id} data-screen={answer.annotation.audience === 'organization' || undefined}>
            <One note={answer} {...props} />
          </li>
        ))}
      </ol>
    )}
  </li>
)

/** `alone`: what it answers does not stand above it. */
function One({ note, alone, actor, whole, state }: Props & { note: Note; alone?: boolean }) {
  const { id, body, author, withdrawnAt, version, start, end } = note.annotation
  if (withdrawnAt) return <Withdrawn {...note.annotation} />
  const back = addressOf(whole.key, opening(state), noteId(id))
  return (
    <div id={noteId(id)} className={css.note}>
      <Stack gap="tight">
        {state.at === id && state.done && <Arrival>{doneInWords(state.done)}</Arrival>}
        <span>
          <b dir="auto">{author.name}</b> <small>{aboutNote(note)}</small>
        </span>
        {alone && note.answers && <Answering {...note.answers} recommendation={whole.key} />}
        {start !== undefined && end !== undefined && (
          <Quiet>{words('one.annotations.about', { words: cut(whole.text, { start, end }) })}</Quiet>
        )}
        {state.revise === id && mayRevise(actor, { authorId: author.id }) ? (
          <ReviseForm recommendation={whole.key} id={id} version={version} body={body} back={back} />
        ) : (
          <Written>{readMarkdown(body)}</Written>
        )}
        {state.revise === id && mayWithdrawOf(actor, author) && (
          <WithdrawForm recommendation={whole.key} id={id} name={author.name} back={back} />
        )}
        {note.earlier.length > 0 && <Earlier {...note} />}
        {state.answer === id && mayAnnotate(actor) ? (
          <AnswerForm recommendation={whole.key} parent={id} name={author.name} back={back} />
        ) : (
          <Steps actor={actor} whole={whole} state={state} note={note} />
        )}
      </Stack>
    </div>
  )
}

type AnsweringProps = NonNullable<Note['answers']> & { recommendation: string }

/** What an answer answers, where that stands on another page. */
const Answering = ({ id, author, beginning, recommendation }: AnsweringProps) => (
  <Quiet>
    <a href={noteAddress(recommendation, id)}>{words('one.annotations.inAnswerTo', { name: author })}</a>{' '}
    {beginning && <span dir="auto">{words('history.said', { said: shortened(beginning, longest) })}</span>}
  </Quiet>
)

const longest = 120

/** What stands in the place of an annotation that was withdrawn. */
const Withdrawn = ({ author, withdrawal }: Note['annotation']) => (
  <Quiet>
    {withdrawal
      ? words('one.annotations.withdrawnBy', { name: withdrawal.by.name, author: author.name })
      : words('one.annotations.withdrawn', { name: author.name })}
    {withdrawal && <span dir="auto"> {withdrawal.reason}</span>}
  </Quiet>
)

/** Whether to offer the withdrawal of what somebody else wrote. */
const mayWithdrawOf = (actor: SignedIn, { id: authorId }: { id: string }) =>
  mayWithdraw(actor, { authorId }) && !mayRevise(actor, { authorId })

function Steps({ actor, whole, state, note }: Props & { note: Note }) {
  const { id, author } = note.annotation
  if (!mayAnnotate(actor)) return null
  return (
    <small>
      <Row screen>
        <InPlaceLink href={addressOf(whole.key, opening(state, { answer: id }), noteId(id))}>
          {words('one.annotations.answer')}
        </InPlaceLink>
        {mayRevise(actor, { authorId: author.id }) && state.revise !== id && (
          <InPlaceLink href={addressOf(whole.key, opening(state, { revise: id }), noteId(id))}>
            {words('one.annotations.edit')}
          </InPlaceLink>
        )}
        {mayWithdrawOf(actor, author) && state.revise !== id && (
          <InPlaceLink href={addressOf(whole.key, opening(state, { revise: id }), noteId(id))}>
            {words('one.annotations.withdrawOthers')}
          </InPlaceLink>
        )}
      </Row>
    </small>
  )
}

const Earlier = ({ earlier, earlierCount }: Note) => (
  <Disclosure summary={words('one.annotations.earlier', { count: earlierCount })}>
    <ol className={css.answers}>
      {earlier.map(({ body, at }) => (
        <li key={at}>
          <small>{momentInWords(new Date(at), config.TIME_ZONE)}</small>
          <Written>{readMarkdown(body)}</Written>
        </li>
      ))}
    </ol>
    {earlierCount > earlier.length && (
      <Quiet>{words('one.annotations.earlierMore', { count: earlierCount - earlier.length })}</Quiet>
    )}
  </Disclosure>
)

/** Whose, when, and who can read it. */
function aboutNote({ annotation, from, earlier }: Note) {
  const { audience, organization, createdAt } = annotation
  const heard = words(`one.annotations.for.${audience}`, { organization: organization?.name ?? '' })
  const date = dateInWords(createdAt.slice(0, 10))
  const about =
    from.length > 0
      ? words('one.annotations.by', { from: listInWords(from), date, audience: heard })
      : words('one.annotations.byNobody', { date, audience: heard })
  return earlier.length > 0 ? `${about}, ${words('one.annotations.edited')}` : about
}
