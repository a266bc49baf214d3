import type { TaskKind } from '@/lib/overview/task-sources'

type Params = { kind?: TaskKind | undefined; after?: string | undefined }

/** Returns the URL of the reader's work: all of it or only one kind, after a place. */
export function myWorkAddress({ kind, after }: Params = {}): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(after && { after }) })
  return query.size > 0 ? `/my-work?${query}` : '/my-work'
}
