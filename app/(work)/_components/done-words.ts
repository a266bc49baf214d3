import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.one.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.one.done, text)

/** What a form has just done, as the page says it; nothing that it can't have done. */
export const doneInWords = (done: string) => (isDone(done) ? t(`one.done.${done}`) : '')
