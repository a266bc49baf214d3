import type { Role } from '@/prisma/generated/enums'

export type PastedPerson = {
  /** Its number in the text, from 1. */
  line: number
  text: string
  name: string
  email: string
  organization: string | undefined
  /** As it was written; undefined where it was left out. */
  role: string | undefined
}

/**
 * People as one pastes them, one on each line: `Name <email>; organization; role`, or the columns of a sheet (name, email,
 * organization, role). Of these only the address is needed.
 */
export const peopleIn = (pasted: string): PastedPerson[] =>
  pasted.split(/\r\n|\r|\n/).flatMap((written, place) => {
    const text = written.trim()
    return text === '' ? [] : [{ line: place + 1, text, ...personIn(text) }]
  })

function personIn(text: string) {
  const [first = '', ...others] = text.split(text.includes('\t') ? '\t' : ';').map((part) => part.trim())
  const inBrackets = addressIn(first)
  if (inBrackets) return named(inBrackets, others)
  if (first.includes('@')) return named({ name: '', email: first }, others)
  const [email = '', ...rest] = others
  return named({ name: first, email }, rest)
}

/** `Ana Sousa <ana@example.org>` */
function addressIn(text: string) {
  const open = text.lastIndexOf('<')
  if (open === -1 || !text.endsWith('>')) return null
  return { name: text.slice(0, open).trim().replace(/^"|"$/g, ''), email: text.slice(open + 1, -1).trim() }
}

/** Without a name they are called by their address until they say how. */
const named = ({ name, email }: { name: string; email: string }, [organization, role]: string[]) => ({
  name: name || email.split('@')[0] || '',
  email,
  organization: organization || undefined,
  role: role || undefined,
})

/** The role that somebody wrote: `Focal point`, `focal_point`. */
export const roleCalled = (written: string, roles: readonly Role[]) =>
  roles.find((role) => role === written.toLowerCase().replace(/[\s_-]+/g, '_'))
