import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.document.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.document.done, text)

/** What a form has just done, as the page says it; nothing that it can't have done. */
export const doneInWords = (done: string) => (isDone(done) ? t(`document.done.${done}`) : undefined)

/** A stretch of a paragraph that is being added: the paragraph's ordinal, and code points of its text. */
export type Chosen = { paragraph: number; start: number; end: number }

type State = {
  edit?: 'archive' | 'details' | 'add' | undefined
  /** With `edit: 'add'`: the stretch whose form is open. */
  chosen?: Chosen | undefined
  done?: Done | undefined
  after?: number | undefined
}

/** The page with its form open, after something was done, or with its history from that event on. */
export function documentAddress(code: string, { edit, chosen, done, after }: State): string {
  if (chosen) {
    const { paragraph, start, end } = chosen
    return `/documents/${code}?edit=add&words=${paragraph}-${start}-${end}#adding`
  }
  if (edit) return `/documents/${code}?edit=${edit}#${edit}`
  if (after) return `/documents/${code}?after=${after}#history`
  return done ? `/documents/${code}?done=${done}` : `/documents/${code}`
}

/** Reads the stretch from the address; nothing where it names none. */
export function chosenIn(words: unknown): Chosen | undefined {
  const [, paragraph, start, end] = /^(\d{1,5})-(\d{1,6})-(\d{1,6})$/.exec(String(words)) ?? []
  return paragraph && start && end
    ? { paragraph: Number(paragraph), start: Number(start), end: Number(end) }
    : undefined
}
