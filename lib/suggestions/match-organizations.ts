export type Organization = { id: string; name: string; acronym?: string }
export type Addressee = { name: string; organization?: string; match: 'linked' | 'proposed' | 'new' }

/** From this likeness on, a name is taken for that of an organization. */
const linkedFrom = 0.8
/** From this likeness on, an organization is proposed. */
const proposedFrom = 0.45

/** Returns a text in small letters without accents, with single spaces. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const shortestInitials = 3

/** Returns the initials of a name: "UNODC" of "United Nations Office on Drugs and Crime". */
const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .map((word) => /^\p{Lu}/u.exec(word)?.[0] ?? '')
    .join('')

/** Returns the groups of three letters of a folded text, as pg_trgm counts them. */
function trigramsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.split(' ')) {
    const letters = [...`  ${word} `]
    for (let at = 0; at + 3 <= letters.length; at++) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}

/**
 * Returns a function that finds the organization of a name: by its name, then its acronym, then the most alike. Each
 * name is looked up once.
 */
export function organizationMatcher(organizations: readonly Organization[]): (name: string) => Addressee {
  const exact = new Map<string, string>()
  for (const { id, name } of organizations) {
    const initials = initialsOf(name)
    if (initials.length >= shortestInitials) exact.set(initials.toLowerCase(), id)
  }
  for (const { id, acronym } of organizations) if (acronym) exact.set(folded(acronym), id)
  for (const { id, name } of organizations) exact.set(folded(name), id)
  const sizes = new Map<string, number>()
  const places = new Map<string, string[]>()
  for (const { id, name } of organizations) {
    const trigrams = trigramsOf(folded(name))
    sizes.set(id, trigrams.size)
    for (const trigram of trigrams) {
      const ids = places.get(trigram)
      if (ids) ids.push(id)
      else places.set(trigram, [id])
    }
  }
  const known = new Map<string, Addressee>()
  return (name) => {
    const key = folded(name)
    const found = known.get(key) ?? match(name, key, exact, sizes, places)
    known.set(key, found)
    return { ...found, name }
  }
}

function match(
  name: string,
  key: string,
  exact: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, number>,
  places: ReadonlyMap<string, string[]>,
): Addressee {
  const same = exact.get(key)
  if (same !== undefined) return { name, organization: same, match: 'linked' }
  const trigrams = trigramsOf(key)
  const shared = new Map<string, number>()
  for (const trigram of trigrams) for (const id of places.get(trigram) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1)
  let best: { id: string; likeness: number } | undefined
  for (const [id, count] of shared) {
    const likeness = count / (trigrams.size + (sizes.get(id) ?? 0) - count)
    if (!best || likeness > best.likeness) best = { id, likeness }
  }
  if (!best || best.likeness < proposedFrom) return { name, match: 'new' }
  return { name, organization: best.id, match: best.likeness >= linkedFrom ? 'linked' : 'proposed' }
}
