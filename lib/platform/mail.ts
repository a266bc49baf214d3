import 'server-only'
import { createTransport } from 'nodemailer'
import { config } from './config'
import { log } from './log'
import { ownNames } from './network'

const patience = 10_000
const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }

const transport = config.SMTP_URL ? transportTo(config.SMTP_URL) : null

/**
 * Opens a transport to the mail server. To another machine, the connection must be encrypted unless the URL of the mail
 * server says otherwise.
 */
function transportTo(url: string) {
  const requireTLS = !ownNames.includes(new URL(url).hostname)
  return createTransport({ url, requireTLS, ...timeouts }, { from: config.MAIL_FROM })
}

/** Whether a mail server is configured. */
export const sendsMail = transport !== null

type Mail = {
  to: { name: string; address: string }
  subject: string
  text: string
  html?: string
  /** The ID without its brackets. The same one again lets the mail server recognise a repetition. */
  messageId?: string
  /** The URL at which one click ends emails like this one (RFC 8058). */
  unsubscribe?: string
}

/** Sends an email. Returns whether the mail server accepted it, and false if no mail server is configured. */
export async function sendMail({ unsubscribe, ...mail }: Mail): Promise<boolean> {
  if (!transport) return false
  try {
    await transport.sendMail({
      ...mail,
      headers: headersOf(unsubscribe),
      ...(unsubscribe && { list: { unsubscribe } }),
    })
    return true
  } catch (error) {
    return failed(error, 'The mail server took no message.')
  }
}

/** Returns whether the mail server accepts a connection and, if the settings name one, the account. */
export async function mailServerAnswers(): Promise<boolean> {
  if (!transport) return false
  try {
    return await transport.verify()
  } catch (error) {
    return failed(error, 'The mail server does not answer.')
  }
}

function failed(error: unknown, words: string) {
  log.error({ reason: error instanceof Error ? error.message : String(error) }, words)
  return false
}

/** Returns the headers of an email that nobody wrote, with which programs do not answer it. */
const headersOf = (unsubscribe: string | undefined) => ({
  ...(unsubscribe && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
})
