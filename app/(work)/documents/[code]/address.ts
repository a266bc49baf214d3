import { messages, words } from '@/lib/platform/i18n'

type Done = keyof typeof messages.document.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.document.done, text)

/** What a form has just done, as the page says it; nothing that it can't have done. */
export const doneInWords = (done: string) => (isDone(done) ? words(`document.done.${done}`) : undefined)

type State = { edit?: 'archive' | undefined; done?: Done | undefined; after?: number | undefined }

/** The page with its form open, after something was done, or with its history from that event on. */
export function addressOf(code: string, { edit, done, after }: State): string {
  if (edit) return `/documents/${code}?edit=${edit}#keep`
  if (after) return `/documents/${code}?after=${after}#history`
  return done ? `/documents/${code}?done=${done}` : `/documents/${code}`
}
