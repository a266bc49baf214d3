import { Role } from '@/prisma/generated/enums'

export type PastedPerson = {
  /** The number of the line in the text, counted from 1. */
  line: number
  text: string
  name: string
  email: string
  organization: string | undefined
  /** The role as written, or undefined if there is none. */
  role: string | undefined
}

/**
 * Returns the people in a pasted text. Each line contains a name, an email, an organization and a role, separated by
 * commas, semicolons or tabs. A line can also begin with `Name <email>`. Only the email is required. A value that
 * contains a comma is in quotation marks.
 */
export function peopleIn(pasted: string): PastedPerson[] {
  const header = headerOf(pasted)
  return lines(pasted).flatMap((written, place) => {
    const text = written.trim()
    if (text === '' || text === header) return []
    return [{ line: place + 1, text, ...personIn(written) }]
  })
}

/** Returns the first line if it only contains column names of a spreadsheet: "Name, Email, Role, Organization". */
export function headerOf(pasted: string): string | undefined {
  const first = lines(pasted).find((line) => line.trim() !== '') ?? ''
  const parts = partsOf(first, separatorOf(first)).filter((part) => part !== '')
  const named = parts.every((part) => columns.test(part))
  return named && parts.length > 1 ? first.trim() : undefined
}

const columns =
  /^(?:(?:full |first |last )?names?|(?:e-?mail|email)(?: address(?:es)?)?|roles?|organi[sz]ations?|person|people)$/i

const lines = (pasted: string) => pasted.split(/\r\n|\r|\n/)

const separatorOf = (line: string) => ['\t', ';'].find((sign) => line.includes(sign)) ?? ','

function personIn(written: string) {
  const separator = separatorOf(written)
  const parts = partsOf(written, separator)
  const withAddress = addressPlace(parts)
  // Without any email, the second part is where it should be.
  const place = withAddress === -1 ? Math.min(1, parts.length - 1) : withAddress
  const part = parts[place] ?? ''
  const before = parts.slice(0, place)
  const { name, email } =
    addressIn(part) ?? (withAddress === -1 && place === 0 ? { name: part, email: '' } : only(part))
  return {
    // People without a name are called by their email until they enter one.
    name: unquoted([...before, name].filter(Boolean).join(`${separator} `)) || email.split('@')[0] || '',
    email,
    ...belonging(parts.slice(place + 1), separator),
  }
}

const only = (email: string) => ({ name: '', email })

/** Returns the place of the email. A name can contain an @ too. */
function addressPlace(parts: string[]): number {
  const whole = parts.findIndex((part) => addressIn(part) || (part.includes('@') && !/\s/.test(part)))
  return whole === -1 ? parts.findIndex((part) => part.includes('@')) : whole
}

/** Splits a line into its parts. Separators within quotation marks do not count. */
function partsOf(line: string, separator: string): string[] {
  const parts = ['']
  let quoted = false
  const closes = (line.split('"').length - 1) % 2 === 0
  for (const sign of line) {
    if (sign === '"' && closes) quoted = !quoted
    if (sign === separator && !quoted) parts.push('')
    else parts[parts.length - 1] += sign
  }
  const trimmed = parts.map((part) => unquoted(part.trim()))
  return trimmed.slice(0, trimmed.findLastIndex((part) => part !== '') + 1)
}

const unquoted = (text: string) => text.replace(/^"(.*)"$/, '$1').replaceAll('""', '"')

/** `Ana Sousa <ana@example.org>` */
function addressIn(text: string) {
  const open = text.lastIndexOf('<')
  if (open === -1 || !text.endsWith('>')) return null
  return { name: text.slice(0, open).trim(), email: text.slice(open + 1, -1).trim() }
}

/** Returns the organization and the role that follow an email, in either order. Uses everything that was written. */
function belonging(after: string[], separator: string) {
  const role = rolePlace(after)
  const organization = after.filter((part, place) => place !== role && part !== '')
  return { organization: organization.join(`${separator} `) || undefined, role: after[role] || undefined }
}

function rolePlace(written: string[]): number {
  const named = written.findLastIndex((part) => roleCalled(part, Object.values(Role)) !== undefined)
  if (named !== -1) return named
  return written.length > 1 ? written.length - 1 : -1
}

/** Returns the role with a written name: `Focal point`, `focal_point`. */
export const roleCalled = (written: string, roles: readonly Role[]) =>
  roles.find((role) => role === written.toLowerCase().replace(/[\s_-]+/g, '_'))
