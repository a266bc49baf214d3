import 'server-only'
import type { Transaction } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/result'
import type { FoundOrAdded } from './find-or-add'

type Row = { place: number; id: string | null; slug: string; name: string }

/** The organizations of these slugs, merged ones as what they are now, or which of them there aren't. */
export async function standing(tx: Transaction, slugs: string[]) {
  const rows = await tx.$queryRaw<Row[]>`
    select (n.place - 1)::int as place, s.id, s.slug, s.name
    from unnest(${slugs}::text[]) with ordinality n(slug, place)
    left join organizations o on o.slug = n.slug
    left join organizations s on s.id = coalesce(o.merged_into_id, o.id) and s.archived_at is null
    order by n.place`
  const missing = rows.flatMap(({ id, place }) =>
    id === null
      ? [
          {
            field: `organizations.${place}`,
            code: 'organization_unknown',
            params: { name: slugs[place] ?? '' },
          } as const,
        ]
      : [],
  )
  if (missing.length > 0) return invalid(...missing)

  const found = rows.flatMap(({ id, slug, name }): FoundOrAdded[] =>
    id === null ? [] : [{ name, organization: { id, slug, name }, outcome: 'found' }],
  )
  return { ok: true, rows: found } as const
}
