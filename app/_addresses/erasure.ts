import type { Noun } from '@/lib/erasures/queries'

/** Returns the URL of the page that erases texts of a subject, with one of them chosen. */
export const erasureAddress = (noun: Noun, id: string, item?: string) =>
  `/erasures/${noun}-${id}${item === undefined ? '' : `?item=${item}`}`
