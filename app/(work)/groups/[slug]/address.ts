import { messages, words } from '@/lib/platform/i18n'

type Done = keyof typeof messages.group.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.group.done, text)

/** What a form has just done, as the page says it; nothing that it can't have done. */
export const doneInWords = (done: string) => (isDone(done) ? words(`group.done.${done}`) : undefined)

export const edits = ['paste', 'pick', 'states', 'rename'] as const
export type Edit = (typeof edits)[number]

type State = { edit?: Edit | undefined; done?: Done | undefined; after?: number | undefined }

/** The page with a form open, after something was done, or with its history from that event on. */
export function addressOf(slug: string, { edit, done, after }: State): string {
  if (edit) return `/groups/${slug}?edit=${edit}#keep`
  if (after) return `/groups/${slug}?after=${after}#history`
  return done ? `/groups/${slug}?done=${done}` : `/groups/${slug}`
}
