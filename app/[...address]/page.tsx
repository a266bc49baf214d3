import { notFound } from 'next/navigation'

/** Every address that no other page has. Its own not-found page has a menu, which Next would else put into every page. */
export default function UnknownAddress(): never {
  notFound()
}
