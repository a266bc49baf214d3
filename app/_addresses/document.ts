import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.document.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.document.done, text)

/** Returns the sentence for what a form has just done, or undefined for an unknown name. */
export const doneInWords = (done: string) => (isDone(done) ? t(`document.done.${done}`) : undefined)

/**
 * A part of a paragraph from which a recommendation is being added: the paragraph's ordinal, and code points of its
 * text.
 */
export type Chosen = { paragraph: number; start: number; end: number }

type State = {
  edit?: 'archive' | 'details' | 'add' | undefined
  /** With `edit: 'add'`: the part whose form is open. */
  chosen?: Chosen | undefined
  done?: Done | undefined
  after?: number | undefined
}

/** Returns the URL of the page with a form open, with a notice of what was done, or with its history after an event. */
export function documentAddress(code: string, { edit, chosen, done, after }: State): string {
  if (chosen) {
    const { paragraph, start, end } = chosen
    return `/documents/${code}?edit=add&words=${paragraph}-${start}-${end}#adding`
  }
  if (edit) return `/documents/${code}?edit=${edit}#${edit}`
  if (after) return `/documents/${code}?after=${after}#history`
  return done ? `/documents/${code}?done=${done}` : `/documents/${code}`
}

/** Reads the part of a paragraph from the URL. Returns undefined if there is none. */
export function chosenIn(words: unknown): Chosen | undefined {
  const [, paragraph, start, end] = /^(\d{1,5})-(\d{1,6})-(\d{1,6})$/.exec(String(words)) ?? []
  return paragraph && start && end
    ? { paragraph: Number(paragraph), start: Number(start), end: Number(end) }
    : undefined
}
