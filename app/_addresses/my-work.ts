import type { TaskKind } from '@/lib/overview/task-sources'

type Params = { kind?: TaskKind | undefined; page?: number; after?: string | undefined }

/**
 * Returns the URL of a page of the reader's work: all of it or only one kind. `after` is where the page starts. Without
 * it, the pages before are read to find that place.
 */
export function myWorkAddress({ kind, page = 1, after }: Params = {}): string {
  const query = new URLSearchParams({
    ...(kind && { kind }),
    ...(page > 1 && { page: String(page) }),
    ...(after && { after }),
  })
  return query.size > 0 ? `/my-work?${query}` : '/my-work'
}
