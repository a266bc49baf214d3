import type { MentionOutcome } from '@/lib/mentions/outcome'
import { listInWords, t } from '@/lib/platform/i18n'

/** The largest number of names in a sentence. */
const most = 5

/** Returns sentences that tell the author of a text who was notified because of it, and who was not. */
export function mentionsInWords({ notified, unable, unknown, ambiguous }: MentionOutcome) {
  const sentences = [
    notified.length > 0 && t('mentions.notified', { names: listInWords(notified), count: notified.length }),
    unable.length > 0 && t('mentions.unable', { names: listInWords(unable), count: unable.length }),
    ...ambiguous.slice(0, most).map((typed) => t('mentions.ambiguous', { typed })),
    ...unknown.slice(0, most).map((typed) => t('mentions.unknown', { typed })),
  ]
  return sentences.filter((sentence) => sentence !== false).join(' ')
}
