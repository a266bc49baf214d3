import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.recommendation.done
type Counts = { made?: number | undefined; already?: number | undefined }

const isDone = (text: string): text is Done => Object.hasOwn(messages.recommendation.done, text)

/** Returns the sentence for what a form has just done, or an empty text for an unknown name. */
export const doneInWords = (done: string, { made = 0, already = 0 }: Counts = {}) =>
  isDone(done) ? t(`recommendation.done.${done}`, { made, already }) : ''
