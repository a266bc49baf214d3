import { t } from '@/lib/platform/i18n'

/** Returns a small number as a word, "three", and a larger one in digits: "1,204". */
export const numberInWords = (count: number) => t('number', { count })

/** Returns a text with a capital first letter, also within a link. A text that begins with a number does not change. */
export const sentence = (text: string) => text.replace(/^[^\p{L}\p{N}]*\p{L}/u, (start) => start.toUpperCase())
