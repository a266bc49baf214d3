import { messages, t } from '@/lib/platform/i18n'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'
import { type TrendState, trendParams } from './trend'

type Done = keyof typeof messages.document.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.document.done, text)

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export const doneInWords = (done: string) => (isDone(done) ? t(`document.done.${done}`) : undefined)

/**
 * A part of a paragraph from which a recommendation or an annotation is being added: the paragraph's ordinal, and code points of its
 * text.
 */
export type Chosen = { paragraph: number; start: number; end: number }

type State = TrendState & {
  edit?: 'archive' | 'details' | 'add' | 'note' | undefined
  /** With `edit` for adding or annotating: the words whose form is open. */
  chosen?: Chosen | undefined
  done?: Done | undefined
  after?: number | undefined
  /** The number of the part of the text that is open. The first one if missing. */
  part?: number | undefined
  /** The anchor of the paragraph or sentence to open: `17`, `17.2`. */
  to?: string | undefined
  /** The words to find in the text, and the ordinal after which the list of what was found continues. */
  find?: string | undefined
  from?: number | undefined
  /** The number of the edition whose text is shown. The current one if missing. */
  edition?: number | undefined
}

/** Returns the path of the page of a document. */
export const documentPath = (code: string) => `/documents/${encodeURIComponent(code)}`

/**
 * Returns the URL of the page with a form open, with a notice of what was done, with its history after an event, or at a
 * place in the text.
 */
export function documentAddress(code: string, state: State = {}): string {
  const { edit, chosen, done, after, part, to, find, from, edition } = state
  const trend = trendParams(state)
  const values = {
    edition,
    part: part !== undefined && part > 1 && !chosen ? part : undefined,
    to,
    edit,
    words: chosen && `${chosen.paragraph}-${chosen.start}-${chosen.end}`,
    find: find || undefined,
    from: from || undefined,
    after: after || undefined,
    done,
    ...trend,
  }
  const form = edit === 'note' ? 'noting' : 'adding'
  const hash = (chosen && form) ?? edit ?? (after ? 'history' : Object.values(trend).some(Boolean) ? 'trend' : to)
  return onShownDay(pageAddress(documentPath(code), values, hash && encodeURIComponent(hash)))
}

/** Reads the part of a paragraph from the URL. Returns undefined if there is none. */
export function chosenIn(words: unknown): Chosen | undefined {
  const [, paragraph, start, end] = /^(\d{1,5})-(\d{1,6})-(\d{1,6})$/.exec(String(words)) ?? []
  return paragraph && start && end
    ? { paragraph: Number(paragraph), start: Number(start), end: Number(end) }
    : undefined
}
