import 'server-only'
import type { Actor } from '@/lib/domain/actor'
import type { FieldError, Result } from '@/lib/platform/result'
import { readShown, type Shown } from './filters'
import { type Scope, scopeOf } from './scope'

export type PageQuery = {
  shown: Shown
  scope: Scope
  errors: FieldError[]
  /** The words of the search as they were typed, even if they cannot be read. */
  typed: string | undefined
}

/**
 * Returns the query in the page's address. Values that cannot be read, or that name something that does not exist, are
 * ignored and reported in `errors`.
 */
export async function readPageQuery(actor: Actor, params: URLSearchParams): Promise<PageQuery> {
  const { shown, errors } = readShown(params)
  const scope = await scopeOf(actor, shown)
  if (scope.ok) return { shown, scope: scope.value, errors, typed: params.get('q') ?? undefined }

  const unknown = scope.reason === 'invalid' ? scope.errors : []
  const rest = new URLSearchParams([...params].filter(([name]) => unknown.every(({ field }) => field !== name)))
  if (unknown.length === 0 || rest.size === params.size) throw new Error(`A list refused to be read: ${scope.code}`)
  const query = await readPageQuery(actor, rest)
  return { ...query, errors: [...unknown, ...query.errors] }
}

/** Reads a page. If the cursor in the address does not belong to this list, reads the first page. */
export async function readPage<T>({ scope }: PageQuery, read: (scope: Scope) => Promise<Result<T>>): Promise<Read<T>> {
  const page = await read(scope)
  if (page.ok) return { page: page.value, lost: false }

  const first = await read({ ...scope, filters: { ...scope.filters, after: undefined } })
  if (!first.ok) throw new Error(`A list refused its first page: ${first.code}`)
  return { page: first.value, lost: true }
}

type Read<T> = { page: T; lost: boolean }
