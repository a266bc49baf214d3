import { inviteUser } from '@/lib/people/invite-user'
import { newId } from '@/lib/platform/id'
import { organizations, people } from './given'

const { chen } = people
const { health } = organizations

export const somebody = () => ({
  email: `${newId()}@example.org`,
  name: `Oskar Lind ${newId()}`,
  role: 'focal_point' as const,
})
export const codeIn = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''
export const password = 'seven green bicycles'

export async function givenInvitation() {
  const invitation = { ...somebody(), id: newId(), organizations: [health.slug] }
  const invited = await inviteUser(chen, invitation)
  if (!invited.ok) throw new Error('Not invited.')
  return { invitation, invited, opening: { kind: 'invite', code: codeIn(invited.value.link), password } }
}
