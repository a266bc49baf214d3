export type Asked = { q: string; archived: boolean; after: string }

/** The address of the list as it is asked for. */
export function documentListAddress({ q, archived, after }: Partial<Asked>): string {
  const search = new URLSearchParams({
    ...(q && { q }),
    ...(archived && { show: 'archived' }),
    ...(after && { after }),
  })
  return search.size > 0 ? `/documents?${search}` : '/documents'
}
