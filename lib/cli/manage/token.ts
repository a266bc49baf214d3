import { granted, type Verb } from './verb'

/** `npm run manage -- token create` */
export const create: Verb = {
  says: 'makes a token with which a program acts as somebody, and prints it alone on the last line',
  options: {
    user: { type: 'string', says: 'the email address of whom it acts as' },
    name: { type: 'string', says: 'what it is for' },
    scope: {
      type: 'string',
      says: 'what it may do: read, report or manage; the most that the role allows unless said',
    },
    days: { type: 'string', says: 'how long it works: 90 days unless said, at most 366' },
  },
  async run(given) {
    const { makeTokenAtConsole } = await import('@/lib/people/make-token')
    const { token, expiresAt } = granted(await makeTokenAtConsole(given))
    return `It works until ${expiresAt.toISOString()} and is shown only now:\n${token}`
  },
}
