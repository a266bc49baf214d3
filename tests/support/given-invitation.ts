import { inviteUser } from '@/lib/people/invite-user'
import { newId } from '@/lib/platform/id'
import { organizations, people } from './given'

const { chen } = people
const { health } = organizations

/** Someone to invite, whom no other test invites. */
export const somebody = () => ({
  email: `${newId()}@example.org`,
  name: `Oskar Lind ${newId()}`,
  role: 'focal_point' as const,
})
/** Returns the code in a link. */
export const codeIn = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''
export const password = 'seven green bicycles'

/** An invitation to the Ministry of Health, what it returned, and what opens its link. */
export async function givenInvitation() {
  const invitation = { ...somebody(), id: newId(), organizations: [health.slug] }
  const invited = await inviteUser(chen, invitation)
  if (!invited.ok) throw new Error('Not invited.')
  return { invitation, invited, opening: { kind: 'invite', code: codeIn(invited.value.link), password } }
}
