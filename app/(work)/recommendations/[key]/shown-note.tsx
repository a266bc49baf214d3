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
import type { ShownNote, ShownWithdrawn } from './note-item'
import { ReviseForm } from './revise-form'
import { WithdrawForm } from './withdraw-form'

type Props = { actor: SignedIn; whole: Whole; state: State }

/** A note in words; `alone`: what it answers does not stand above it. */
export function shownNote(note: Note, props: Props, alone = false): ShownNote | ShownWithdrawn {
  const { whole, state } = props
  const { id, author, audience, withdrawnAt, start, end } = note.annotation
  const screen = audience === 'organization'
  if (withdrawnAt) return { key: id, screen, ...withdrawnInWords(note.annotation) }
  return {
    key: id,
    id: noteId(id),
    screen,
    author: author.name,
    about: aboutNote(note),
    arrived: state.at === id && state.done ? doneInWords(state.done) : undefined,
    answering: alone && note.answers ? answeringOf(note.answers, whole.key) : undefined,
    quoted:
      start !== undefined && end !== undefined
        ? words('one.annotations.about', { words: cut(whole.text, { start, end }) })
        : undefined,
    earlier: note.earlier.length > 0 ? earlierOf(note) : undefined,
    ...openIn(note, props),
  }
}

/** What it says, or in its place the form that edits it; and the form of an answer, or in its place what one can do. */
function openIn(note: Note, { actor, whole, state }: Props) {
  const { id, body, author, version } = note.annotation
  const back = addressOf(whole.key, opening(state), noteId(id))
  const given = { recommendation: whole.key, id, back }
  const editing = state.revise === id
  const edits = editing && mayRevise(actor, { authorId: author.id })
  const answers = state.answer === id && mayAnnotate(actor)
  return {
    body: edits ? undefined : readMarkdown(body),
    revise: edits ? <ReviseForm {...given} version={version} body={body} /> : undefined,
    withdraw: editing && mayWithdrawOf(actor, author) ? <WithdrawForm {...given} name={author.name} /> : undefined,
    answer: answers ? <AnswerForm recommendation={whole.key} parent={id} name={author.name} back={back} /> : undefined,
    steps: answers || !mayAnnotate(actor) ? undefined : stepsOf(note, { actor, whole, state }),
  }
}

const longest = 120

const answeringOf = ({ id, author, beginning }: NonNullable<Note['answers']>, recommendation: string) => ({
  href: noteAddress(recommendation, id),
  label: words('one.annotations.inAnswerTo', { name: author }),
  said: beginning ? words('history.said', { said: shortened(beginning, longest) }) : undefined,
})

const withdrawnInWords = ({ author, withdrawal }: Note['annotation']) => ({
  withdrawn: withdrawal
    ? words('one.annotations.withdrawnBy', { name: withdrawal.by.name, author: author.name })
    : words('one.annotations.withdrawn', { name: author.name }),
  reason: withdrawal?.reason,
})

/** Whether to offer the withdrawal of what somebody else wrote. */
const mayWithdrawOf = (actor: SignedIn, { id: authorId }: { id: string }) =>
  mayWithdraw(actor, { authorId }) && !mayRevise(actor, { authorId })

function stepsOf({ annotation: { id, author } }: Note, { actor, whole, state }: Props) {
  const to = (form: State) => addressOf(whole.key, opening(state, form), noteId(id))
  const steps = [{ href: to({ answer: id }), label: words('one.annotations.answer') }]
  if (state.revise === id) return steps
  const href = to({ revise: id })
  if (mayRevise(actor, { authorId: author.id })) steps.push({ href, label: words('one.annotations.edit') })
  else if (mayWithdrawOf(actor, author)) steps.push({ href, label: words('one.annotations.withdrawOthers') })
  return steps
}

const earlierOf = ({ earlier, earlierCount: count }: Note) => ({
  summary: words('one.annotations.earlier', { count }),
  versions: earlier.map(({ body, at }) => ({
    key: at,
    at: momentInWords(new Date(at), config.TIME_ZONE),
    body: readMarkdown(body),
  })),
  more: count > earlier.length ? words('one.annotations.earlierMore', { count: count - earlier.length }) : undefined,
})

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
