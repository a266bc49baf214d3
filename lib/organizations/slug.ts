import { slugOf } from '@/lib/platform/text'

/** Returns a free slug for a name. Starts from `otherwise` if the name has no Latin letters. */
export function freeSlug(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || otherwise
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** Returns the beginning of every slug that `freeSlug` may return. */
export const slugStem = (name: string, otherwise: string) => slugOf(name) || otherwise
