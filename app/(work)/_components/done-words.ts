import { messages, t } from '@/lib/platform/i18n'

type Done = keyof typeof messages.recommendation.done
/** The numbers and names in some of the sentences. */
type Params = { made?: number | undefined; already?: number | undefined; to?: string | undefined }

const isDone = (text: string): text is Done => Object.hasOwn(messages.recommendation.done, text)

/** Returns the sentence for what a form has just done, or an empty text for an unknown name. */
export const doneInWords = (done: string, { made = 0, already = 0, to = '' }: Params = {}) =>
  isDone(done) ? t(`recommendation.done.${done}`, { made, already, to }) : ''
