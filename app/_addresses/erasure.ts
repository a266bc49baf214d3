import type { Noun } from '@/lib/erasures/queries'
import { pageAddress } from './page-address'

/** Returns the URL of the page that erases texts of a subject, with one of them chosen. */
export const erasureAddress = (noun: Noun, id: string, item?: string) =>
  pageAddress(`/erasures/${noun}-${id}`, { item })
