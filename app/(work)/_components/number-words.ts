import { t } from '@/lib/platform/i18n'

/** Small numbers as words, as a sentence has them: "three"; larger ones in figures: "1,204". */
export const numberInWords = (count: number) => t('number', { count })

/** A sentence begins with a capital, also within a link; or with a number, which leaves it as it is. */
export const sentence = (text: string) => text.replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toUpperCase())
