import type { Kind } from '@/prisma/generated/enums'
import { sentenceOf } from './sentence'
import { titleOf } from './titles'
import { actsIn } from './weigh'

/** Suggests a kind for a sentence by the words that such texts use. People can correct it. */
export const suggestKind = (sentence: string): Kind => (actsIn(sentenceOf(sentence)) ? 'action' : 'finding')

/** Suggests a short title from the sentence itself: "States should do this." becomes "Do this". */
export const suggestTitle = (sentence: string) => titleOf(sentenceOf(sentence))
