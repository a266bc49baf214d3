import { notFound } from 'next/navigation'

/** Gives the page the title of the not-found page: in the browser Next takes it only where this throws as well. */
export function generateMetadata(): never {
  notFound()
}

/** Every address that no other page has. Its own not-found page has a menu, which Next would else put into every page. */
export default function UnknownAddress(): never {
  notFound()
}
