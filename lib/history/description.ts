import { dateInWords, listInWords, type Messages, messages, t } from '@/lib/platform/i18n'
import type { Event, EventKind } from './events'
import type { Names } from './names'

/** What stood and what stands, of one field. */
export type Pair = { label: string; before?: string | undefined; after?: string | undefined }

/** One change in words: what happened, what somebody wrote of it, what stood before and after. */
export type Line = { sentence: string; said?: string; pairs: Pair[] }

/** The body of every kind of event. */
export type Bodies = { [E in Event as E['kind']]: E['body'] }

/** Who did it, to what, on which day, and what every id in it stands for. */
export type Scene = {
  actor: string
  name: string
  names: Names
  /** YYYY-MM-DD */
  day: string
  /** How a person was called before and after they changed their name. */
  renamed?: { from: string; to: string }
}

/** A way to tell every kind of event of some nouns. A kind without one doesn't compile. */
export type Describers<Noun extends string> = {
  [K in Extract<EventKind, `${Noun}.${string}`>]: (body: Bodies[K], scene: Scene) => Line
}

type Label = keyof Messages['history']['field']

export const pair = (label: Label, before?: string, after?: string): Pair => ({
  label: t(`history.field.${label}`),
  before,
  after,
})

/** What an id stands for; what has gone says so. */
export const named = ({ names }: Scene, id: string) => names.get(id) ?? t('history.gone')

export const person = (scene: Scene, id: string | null) => (id === null ? t('history.nobody') : named(scene, id))

export const day = (date: string | null) => (date === null ? t('history.noDate') : dateInWords(date))

/** Whose name the new one looks like, where an administrator confirmed it. */
export const similar = (scene: Scene, after: { similarTo?: string | undefined } | null) =>
  after?.similarTo === undefined ? [] : [pair('similar', undefined, named(scene, after.similarTo))]

/** What somebody wrote; it may have been erased by law. */
export const written = ({ names }: Scene, { id }: { id: string }) => names.get(id) || t('history.erased')

export const list = (items: readonly string[]) => (items.length === 0 ? t('history.none') : listInWords([...items]))

type Field = keyof Messages['history']['changed']

const isTold = (field: string): field is Field => Object.hasOwn(messages.history.changed, field)

/** The fields that a change named, as a part of a sentence: "the owner and the due date". */
export const fieldsOf = (after: object) =>
  listInWords(
    Object.keys(after)
      .filter(isTold)
      .map((field) => t(`history.changed.${field}`)),
  )

/** Tells what needs no more than who and what. */
export const plain =
  (kind: EventKind) =>
  (_: unknown, { actor, name }: Scene): Line => ({
    sentence: t(`history.event.${kind}`, { actor, name }),
    pairs: [],
  })
