import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.recommendation.done

const isDone = (text: string): text is Done => Object.hasOwn(messages.recommendation.done, text)

/** Returns the sentence for what a form has just done, or an empty text for an unknown name. */
export const doneInWords = (done: string) => (isDone(done) ? t(`recommendation.done.${done}`) : '')
