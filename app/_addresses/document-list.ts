import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

export type DocumentFilters = { q: string; archived: boolean; after: string }

/** Returns the URL of the list of documents with these filters. */
export const documentListAddress = ({ q, archived, after }: Partial<DocumentFilters> = {}): string =>
  onShownDay(
    pageAddress('/documents', {
      q: q || undefined,
      show: archived ? 'archived' : undefined,
      after: after || undefined,
    }),
  )
