import { notFound } from 'next/navigation'

/** Gives the page the title of the not-found page. In the browser, Next uses that title only if this throws too. */
export function generateMetadata(): never {
  notFound()
}

/**
 * Handles every address that has no other page. Its not-found page has a menu, which Next would otherwise include in
 * every page.
 */
export default function UnknownAddress(): never {
  notFound()
}
