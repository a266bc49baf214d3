import { text } from 'node:stream/consumers'
import { type Given, granted, type Verb } from './verb'

/** `npm run manage -- user create` */
export const create: Verb = {
  says: 'makes an account, and prints the link by which its owner comes in; with --password-stdin, none is needed',
  options: {
    email: { type: 'string', says: 'the email address' },
    name: { type: 'string', says: 'the name' },
    role: { type: 'string', says: 'viewer, focal_point, coordinator or administrator' },
    organization: {
      type: 'string',
      multiple: true,
      says: 'the slug of an organization they belong to; may come several times',
    },
    'confirm-similar': { type: 'boolean', says: 'accepts a name that looks like somebody else’s' },
    'password-stdin': { type: 'boolean', says: 'reads the password from standard input' },
  },
  async run({ email, name, role, organization, 'confirm-similar': confirmSimilar, 'password-stdin': reads }) {
    const { createUserAtConsole } = await import('@/lib/people/create-user-at-console')
    const password = reads ? { password: lineOf(await text(process.stdin)) } : {}
    const account = { email, name, role, organizations: organization, confirmSimilar, ...password }
    const { link } = granted(await createUserAtConsole(account))
    return link ? `They come in once by this link, within 14 days:\n${link}` : `${email} can sign in.`
  },
}

/** `npm run manage -- user reset` */
export const reset: Verb = {
  says: 'prints a link by which somebody sets a new password, once, within a day',
  options: { email: { type: 'string', says: 'the email address' } },
  async run({ email }: Given) {
    const { makeResetLinkAtConsole } = await import('@/lib/people/make-reset-link')
    return granted(await makeResetLinkAtConsole({ email })).link
  },
}

/** Reads a line from standard input and returns it without its line break. */
const lineOf = (typed: string) => typed.replace(/\r?\n$/, '')
