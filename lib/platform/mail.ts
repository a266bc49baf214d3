import 'server-only'
import { createTransport } from 'nodemailer'
import { config } from './config'
import { log } from './log'
import { ownNames } from './network'

const patience = 10_000
const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }

const transport = config.SMTP_URL ? transportTo(config.SMTP_URL) : null

/** To another machine mail goes encrypted, or not at all, unless the address of the mail server says otherwise. */
function transportTo(url: string) {
  const requireTLS = !ownNames.includes(new URL(url).hostname)
  return createTransport({ url, requireTLS, ...timeouts }, { from: config.MAIL_FROM })
}

/** Whether mail is set up. */
export const sendsMail = transport !== null

type Mail = { to: { name: string; address: string }; subject: string; text: string }

/** Sends it, and answers whether the mail server took it. Nothing is sent where mail isn't set up. */
export async function sendMail(mail: Mail): Promise<boolean> {
  if (!transport) return false
  try {
    await transport.sendMail(mail)
    return true
  } catch (error) {
    log.error({ reason: error instanceof Error ? error.message : String(error) }, 'The mail server took no message.')
    return false
  }
}
