import 'server-only'
import type { MatchExtended } from '@zxcvbn-ts/core'
import type { Code } from '@/lib/platform/i18n'

/** Only the beginning of a longer password is rated, in characters, because the work grows with the length. */
const judged = 64

/**
 * The lowest accepted score, from 0 to 4. Such a password resists someone who guesses for months at a stolen database.
 */
const strong = 3

/** The fewest guesses that a password must require without the names of its owner and the product (a power of ten). */
const little = 7

/** The words that people try first on this product, for any account. */
const ofTheProduct = ['followthrough', 'unodc', 'recommendation', 'recommendations']

/**
 * Returns why a password is too easy to guess, or null. Recognizes the most common passwords, names and words, keyboard
 * patterns, dates and swapped letters (`p@55w0rd`). `personal` contains what others know about the owner.
 */
export async function weaknessOf(password: string, personal: readonly string[]): Promise<Code | null> {
  const estimator = await loaded()
  // Wide and other forms of letters are as easy to guess as the plain ones.
  const plain = password.normalize('NFKC')
  const { score, sequence } = estimator.check([...plain].slice(0, judged).join(''), guessesFrom(personal))
  const parts = sequence.map(partOf)
  const others = parts.filter(({ source }) => source !== 'userInputs')

  if (others.length < parts.length && sum(others.map(({ strength }) => strength)) < little) return 'password_personal'
  if (score >= strong && !isWordAndSigns(parts)) return null
  return parts.some(({ source }) => source.startsWith('passwords')) ? 'password_common' : 'password_weak'
}

type Part = { text: string; source: string; word: boolean; strength: number }

/**
 * Returns part of a password with its dictionary, if any, and the decimal logarithm of the guesses that it requires.
 */
const partOf = ({ token, dictionaryName, l33t, guessesLog10 }: MatchExtended): Part => ({
  text: token,
  source: String(dictionaryName ?? ''),
  word: dictionaryName !== undefined && !l33t,
  strength: guessesLog10,
})

/** Returns whether a password is one or two words with a few digits or signs: `Geneva2026!`. */
function isWordAndSigns(parts: Part[]) {
  const known = parts.filter(({ word, text }) => word && letter.test(text))
  const words = known.flatMap(({ text }) => text.split(/\P{L}+/u).filter(Boolean))
  const rest = parts.filter((part) => !known.includes(part)).map(({ text }) => text)
  return [1, 2].includes(words.length) && rest.join('').length <= 6 && !letter.test(rest.join(''))
}

const letter = /\p{L}/u

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)

/** Returns the texts and their words, up to a limit. */
function guessesFrom(personal: readonly string[]) {
  const texts = [...ofTheProduct, ...personal].map((text) => text.slice(0, 254))
  const words = texts.map((text) => text.split(/[^\p{L}\p{N}]+/u))
  return [...new Set([...texts, ...words.map((all) => all.join('')), ...words.flat()])]
    .filter((text) => text.length > 2)
    .slice(0, 300)
}

/** The keys of a Latin keyboard, and what they write on a Russian one. */
const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
const russian = 'йцукенгшщзхъфывапролджэячсмитьбю'

type Graph = Record<string, (string | null)[]>

/** Returns which keys are side by side on a Russian keyboard, from the same of a Latin one. */
function onRussianKeys(qwerty: Graph): Graph {
  const written = (keys: string) =>
    [...keys]
      .map((key) => {
        const letter = russian[latin.indexOf(key.toLowerCase())] ?? key
        return key === key.toLowerCase() ? letter : letter.toUpperCase()
      })
      .join('')
  return Object.fromEntries(
    Object.entries(qwerty).map(([key, beside]) => [written(key), beside.map((keys) => keys && written(keys))]),
  )
}

/** “Password” in other languages. */
const elsewhere = ['passwort', 'motdepasse', 'contraseña', 'contrasena', 'senha', 'пароль', 'parola', 'wachtwoord']

let loading: ReturnType<typeof load> | undefined

/** Loads the dictionaries when the first password is chosen. They take 30 MB and a tenth of a second. */
function loaded() {
  loading ??= load()
  return loading
}

async function load() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary, 'passwords-elsewhere': elsewhere },
    graphs: { ...common.adjacencyGraphs, russian: onRussianKeys(common.adjacencyGraphs.qwerty) },
    maxLength: judged,
    // More substitutions take ten times as long and find nothing more.
    l33tMaxSubstitutions: 4,
  })
}
