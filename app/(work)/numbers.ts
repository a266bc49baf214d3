import { words } from '@/lib/platform/i18n'

/** Small numbers as words, as a sentence has them: "three"; larger ones in figures: "1,204". */
export const inWords = (count: number) => words('number', { count })

/** The first letter of a sentence, which may begin with a link, is a capital. */
export const sentence = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())
