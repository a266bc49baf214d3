import type { WrittenFormat } from '@/lib/publications/child/written-formats'
import type { PublicationFormat } from '@/lib/publications/formats'
import { pageAddress } from './page-address'

/** Returns the URL of a report. */
export const publicationAddress = (code: string): string => pageAddress(`/reports/${code}`)

/** Returns the URL of a report as a file. */
export const publicationFileAddress = (code: string, format: PublicationFormat | WrittenFormat): string =>
  `/reports/${code}/files/${format}`

/** Returns the URL of the form that generates a report, filled in as an earlier one (`from`) was. */
export const newPublicationAddress = (given: { from?: string | undefined } = {}): string =>
  pageAddress('/reports/new', given)
