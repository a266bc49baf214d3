import { dateInWords, listInWords, type Messages, messages, t } from '@/lib/platform/i18n'
import type { Event, EventKind } from './events'
import type { Names } from './names'

/** The values of one field before and after a change, in words. */
export type Pair = { label: string; before?: string | undefined; after?: string | undefined }

/** One change in words: the sentence, the text that a person wrote with it, and the values before and after. */
export type Line = { sentence: string; text?: string; pairs: Pair[] }

/** The body of every kind of event. */
export type Bodies = { [E in Event as E['kind']]: E['body'] }

/** The actor, the subject and the day of an event, and the names of all IDs in it. */
export type Scene = {
  actor: string
  name: string
  names: Names
  /** YYYY-MM-DD */
  day: string
  /** The names of a person before and after they changed it. */
  renamed?: { from: string; to: string }
}

/** A function for every kind of event of some nouns. A kind without one does not compile. */
export type Describers<Noun extends string> = {
  [K in Extract<EventKind, `${Noun}.${string}`>]: (body: Bodies[K], scene: Scene) => Line
}

type Label = keyof Messages['history']['field']

export const pair = (label: Label, before?: string, after?: string): Pair => ({
  label: t(`history.field.${label}`),
  before,
  after,
})

/** Returns the name for an ID, or that it no longer exists. */
export const named = ({ names }: Scene, id: string) => names.get(id) ?? t('history.gone')

export const person = (scene: Scene, id: string | null) => (id === null ? t('history.nobody') : named(scene, id))

export const day = (date: string | null) => (date === null ? t('history.noDate') : dateInWords(date))

/** Returns the name that the new one looks like, if an administrator confirmed it. */
export const similar = (scene: Scene, after: { similarTo?: string | undefined } | null) =>
  after?.similarTo === undefined ? [] : [pair('similar', undefined, named(scene, after.similarTo))]

/** Returns what a person wrote, or that it was erased. */
export const written = ({ names }: Scene, { id }: { id: string }) => names.get(id) || t('history.erased')

/** Returns what a person wrote with a change, for its line. Nothing if they wrote nothing. */
export const writtenWith = (scene: Scene, words: { id: string } | undefined) => words && { text: written(scene, words) }

/** Returns a function that describes what was erased by law, and why. */
export const erasure =
  (kind: Extract<EventKind, `${string}.erased`>) =>
  ({ after }: Bodies[typeof kind], scene: Scene): Line => ({
    sentence: t(`history.event.${kind}`, { actor: scene.actor, name: scene.name, count: after.erased.length }),
    ...writtenWith(scene, after.reason),
    pairs: [
      pair(
        'erased',
        list([...new Set(after.erased.map((one) => one.kind))].map((kind) => t(`history.erasedKind.${kind}`))),
      ),
    ],
  })

export const list = (items: readonly string[]) => (items.length === 0 ? t('history.none') : listInWords([...items]))

type Field = keyof Messages['history']['changed']

const isField = (field: string): field is Field => Object.hasOwn(messages.history.changed, field)

/** Returns the fields that a change names, as part of a sentence: "the owner and the due date". */
export const fieldsOf = (after: object) =>
  listInWords(
    Object.keys(after)
      .filter(isField)
      .map((field) => t(`history.changed.${field}`)),
  )

/** Returns a function that describes an event by its actor and its subject alone. */
export const plain =
  (kind: EventKind) =>
  (_: unknown, { actor, name }: Scene): Line => ({
    sentence: t(`history.event.${kind}`, { actor, name }),
    pairs: [],
  })

/** Returns the date of the letter with which something arrived. */
export const byLetter = ({ letterOn }: { letterOn?: string | undefined }) =>
  letterOn === undefined ? [] : [pair('letterOn', undefined, day(letterOn))]
