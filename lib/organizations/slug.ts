import { slugOf } from '@/lib/platform/text'

/** A slug for a name that nobody has; `otherwise` stands where no letter of the name is Latin. */
export function freeSlug(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || otherwise
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}

/** What every slug that `freeSlug` may look at begins with. */
export const slugStem = (name: string, otherwise: string) => slugOf(name) || otherwise
