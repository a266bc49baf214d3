import type { Actor } from '@/lib/domain/actor'
import type { Role } from '@/prisma/generated/enums'

/** A person who is signed in: an actor with a name and, unless a token is used, the session. */
export type SignedIn = Actor & {
  name: string
  email: string
  organizations: { slug: string; name: string }[]
  sessionId: string | null
  /** The language that the person has chosen, if any. */
  locale: string | null
}

/**
 * The columns of a user `u` that make an actor. They are part of the query that checks the session or the token,
 * because every request needs both.
 */
export const actorColumns = `
  u.id, u.role, u.name, u.email::text, u.locale,
  coalesce((
    select json_agg(json_build_object('id', o.id, 'slug', o.slug, 'name', o.name) order by m.kind, o.name)
    from memberships m join organizations o on o.id = m.organization_id
    where m.user_id = u.id), '[]') as organizations`

export type ActorRow = {
  id: string
  role: Role
  name: string
  email: string
  locale: string | null
  organizations: { id: string; slug: string; name: string }[]
}

export function signedInAs(row: ActorRow, sessionId: string | null): SignedIn {
  const { id, role, name, email, locale } = row
  const organizations = row.organizations.map(({ slug, name }) => ({ slug, name }))
  const organizationIds = row.organizations.map((one) => one.id)
  return { id, role, name, email, organizationIds, organizations, sessionId, locale }
}
