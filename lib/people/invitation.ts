import 'server-only'
import { currentInstance } from '@/lib/instance/queries'
import { pool } from '@/lib/platform/db'
import { listInWords, t } from '@/lib/platform/i18n'
import type { Person } from './queries'

/** Returns the person who made the latest link for a user, or null if it was made on the console. */
async function inviterOf(userId: string): Promise<string | null> {
  const text = `
    select u.name from events e join users u on u.id = e.actor_id
    where e.subject_type = 'user' and e.subject_id = $1 and e.kind = 'user.link_made'
    order by e.seq desc limit 1`
  const { rows } = await pool.query<{ name: string }>({ name: 'inviter', text, values: [userId] })
  return rows[0]?.name ?? null
}

/** Returns the texts of an invitation: who invites, to which site, and in which role. */
export async function invitationWords({ id, role, organizations }: Pick<Person, 'id' | 'role' | 'organizations'>) {
  const inviter = await inviterOf(id)
  const named = listInWords(organizations.map(({ name }) => name))
  return t(inviter ? 'accountLinks.invite.by' : 'accountLinks.invite.byNobody', {
    inviter: inviter ?? '',
    instance: (await currentInstance()).name,
    role: t(`accountLinks.invite.as.${role}`),
    organizations: named,
    some: named ? 'yes' : 'no',
  })
}
