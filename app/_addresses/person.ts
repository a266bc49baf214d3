import { pageAddress } from './page-address'

type PersonState = {
  /** The name of what a form has just done. */
  done?: string | undefined
  /** The change that it made. */
  change?: string | undefined
}

/** Returns the URL of a person's page with a notice of what was done, and the part of the page to scroll to. */
export const personAddress = (id: string, state: PersonState = {}, part?: string) =>
  pageAddress(`/people/${id}`, state, part)

/** Returns the URL of the list of people whose name or email address contains `q`, after a place. */
export const peopleAddress = ({ q, after }: { q: string; after?: string | null }) =>
  pageAddress('/people', { q: q || undefined, after: after ?? undefined })
