import type { TaskKind } from '@/lib/overview/task-sources'
import { pageAddress } from './page-address'

type Params = { kind?: TaskKind | undefined; page?: number; after?: string | undefined }

/**
 * Returns the URL of a page of the reader's work: all of it or only one kind. `after` is where the page starts. Without
 * it, the pages before are read to find that place.
 */
export const myWorkAddress = ({ kind, page = 1, after }: Params = {}): string =>
  pageAddress('/my-work', { kind, page: page > 1 ? page : undefined, after: after || undefined })
