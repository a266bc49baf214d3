export type DocumentFilters = { q: string; archived: boolean; after: string }

/** Returns the URL of the list of documents with these filters. */
export function documentListAddress({ q, archived, after }: Partial<DocumentFilters>): string {
  const search = new URLSearchParams({
    ...(q && { q }),
    ...(archived && { show: 'archived' }),
    ...(after && { after }),
  })
  return search.size > 0 ? `/documents?${search}` : '/documents'
}
