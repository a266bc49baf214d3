import type { IncomingMessage, ServerResponse } from 'node:http'
import { contactInWords } from '@/lib/instance/contact'
import { instanceReadLast } from '@/lib/instance/instance'
import { problemOf, problemType } from '@/lib/platform/api-problem'
import { type Code, type TextKey, t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import type { RequestFailure } from '@/lib/platform/request-scope'
import type { PostedFields } from './posted-form'

/** An answer that is made without any page: its status, its text, and the reference under which the log has it. */
export type PlainAnswer = {
  status: number
  code: Code
  headers?: Record<string, string>
  reference?: string
  /** The form that was sent. The page includes it so that it can be sent again. */
  posted?: PostedFields | undefined
}

const again = (seconds: number) => ({ 'retry-after': String(seconds) })

/** Returns the answer to a request that failed. */
export const failures: Record<RequestFailure, PlainAnswer> = {
  busy: { status: 503, code: 'database_busy', headers: again(5) },
  away: { status: 503, code: 'database_away', headers: again(30) },
  full: { status: 503, code: 'disk_full', headers: again(60) },
  unreadable: { status: 400, code: 'request_unreadable' },
  ours: { status: 500, code: 'failed' },
}

/**
 * Returns the answer in a form that the client can read: a problem for programs, a sentence for the script of a form,
 * or else a page.
 */
export function plainBody({ url, method, headers }: IncomingMessage, answer: PlainAnswer, nonce: string) {
  if (url?.startsWith('/api/')) {
    const { reference } = answer
    const problem = { ...problemOf(answer.status, answer.code), ...(reference && { reference }) }
    return { type: problemType, body: JSON.stringify(problem) }
  }
  // Next shows the text of a plain-text answer in the form.
  if (headers['next-action']) return { type: 'text/plain', body: t(`errors.${answer.code}`) }
  return {
    type: 'text/html; charset=utf-8',
    body: page(answer, nonce, method === 'POST' && unread.includes(answer.code)),
  }
}

/** Answers a request immediately. */
export function sendPlainly(request: IncomingMessage, response: ServerResponse, answer: PlainAnswer, nonce: string) {
  const { type, body } = plainBody(request, answer, nonce)
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers }).end(body)
}

/** The refusals of a form that was not read. */
const unread: readonly Code[] = ['body_too_large', 'fields_too_many', 'too_many_requests']

const titles: Partial<Record<Code, TextKey>> = {
  database_busy: 'plainPage.busy',
  database_away: 'plainPage.away',
  disk_full: 'plainPage.full',
  too_many_requests: 'plainPage.tooMany',
  form_outdated: 'plainPage.outdated',
  form_signed_out: 'plainPage.signedOut',
  failed: 'failure.title',
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 2.5rem 1.25rem; overflow-wrap: anywhere; }
h1 { font-size: 1.625rem; line-height: 1.25; }
a { display: inline-block; padding-block: 0.25rem; margin-inline-end: 1.25rem; }
textarea { box-sizing: border-box; width: 100%; font: inherit; }`

function page({ code, reference, posted }: PlainAnswer, nonce: string, isUnread: boolean) {
  const title = t(titles[code] ?? 'plainPage.refused')
  const { lang, dir } = pageLanguage()
  const shown = reference ? `<p>${t('failure.reference')} <code>${reference}</code></p>` : ''
  const contact = escaped(contactInWords(instanceReadLast().contact))
  const help = contact && `<p dir="auto">${t('instance.help')} ${contact}</p>`
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style nonce="${nonce}">${style}</style>
<main>
<h1>${title}</h1>
<p>${t(`errors.${code}`)}</p>
${shown}
${help}
${code === 'form_signed_out' ? `<p><a href="/sign-in" target="_blank">${t('plainPage.signIn')}</a></p>` : ''}
${posted && code === 'form_outdated' ? textsOf(posted) : ''}
${posted && code !== 'form_outdated' ? formOf(posted) : ''}
${isUnread && !posted ? `<p>${t('plainPage.back')}</p>` : ''}
${posted && code !== 'form_outdated' ? '' : links(isUnread)}
</main>
</html>
`
}

/** The address of a form again would show its page without what was typed. */
const links = (isUnread: boolean) =>
  `<p>${isUnread ? '' : `<a href="">${t('failure.again')}</a> `}<a href="/">${t('failure.home')}</a></p>`

/** Returns the form again as hidden fields, for the same address. */
function formOf(posted: PostedFields) {
  const fields = posted.map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  return `<form method="post" action="" enctype="multipart/form-data">
<p>${t('plainPage.kept')}</p>
${fields.join('\n')}
<p><button>${t('plainPage.sendAgain')}</button></p>
</form>`
}

/**
 * Returns the typed texts to be copied. The form cannot be sent, because it belongs to a build that no longer exists.
 */
const textsOf = (posted: PostedFields) =>
  posted
    .filter(([name, value]) => /\S/.test(value) && !/^\$|^(id|version)$/.test(name))
    .map(([, value]) => {
      const rows = Math.min(12, value.split('\n').length + Math.floor(value.length / 80))
      return `<p><textarea readonly rows="${rows}" dir="auto" aria-label="${t('plainPage.text')}">\n${escaped(value)}</textarea></p>`
    })
    .join('\n')

/** Escapes a text for HTML. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
