import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** The emails that were sent. */
export const letters: { to: string[]; text: string }[] = []

/**
 * The mail server accepts every email except those to addresses that begin like this one. Import this file first,
 * because the settings are read once.
 */
export const refused = 'refused@example.org'

/** While the mail server is away, it sends everyone who connects away. */
export const mailServer = { away: false }

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onConnect: (_, done) => done(mailServer.away ? new Error('Back in an hour.') : null),
  onRcptTo: ({ address }, _, done) => done(address.startsWith('refused') ? new Error('No such mailbox.') : null),
  async onData(stream, { envelope }, done) {
    const unfolded = (await text(stream)).replace(/=\r\n/g, '').replaceAll('=3D', '=')
    letters.push({ to: envelope.rcptTo.map(({ address }) => address), text: unfolded })
    done()
  },
})
server.listen(0, '127.0.0.1')
await once(server.server, 'listening')
server.server.unref()

const address = server.server.address()
if (typeof address === 'string' || !address) throw new Error('It listens on no port.')

/** The settings of an instance that sends its emails there. */
export const mailSettings = {
  SMTP_URL: `smtp://127.0.0.1:${address.port}`,
  MAIL_FROM: 'Followthrough <no-reply@example.org>',
}
Object.assign(process.env, mailSettings)
