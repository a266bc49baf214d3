import { messages, words } from '@/lib/platform/i18n'

type Done = keyof typeof messages.group.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.group.done, text)

/** What a form has just done, as the page says it; nothing that it can't have done. */
export const doneInWords = (done: string) => (isDone(done) ? words(`group.done.${done}`) : undefined)

/** The page, after something was done, or with its history from that event on. */
export function addressOf(
  slug: string,
  { done, after }: { done?: Done | undefined; after?: number | undefined },
): string {
  if (after) return `/groups/${slug}?after=${after}#history`
  return done ? `/groups/${slug}?done=${done}` : `/groups/${slug}`
}
