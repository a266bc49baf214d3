import { t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import { origin } from '@/lib/platform/origin'
import { notificationInWords } from './notification-words'
import type { Notification } from './queries'

/** A link. The plain text shows its URL, the HTML its words. */
type Link = { words: string; href: string }
type Item = { sentence: string; recommendation?: string; href: string }
/** A paragraph with an optional link after it, or a list. */
type Block = { text: string; link?: Link } | { items: Item[] }

type Mail = { instance: string; name: string; notifications: Notification[]; unsubscribe: string }

/** The largest number of notifications in an email. */
const most = 40

const urlOf = (path: string) => new URL(path, origin).href

/** Returns the text of an email, plain and as HTML, in the current language. Both have the same content. */
export function mailText(mail: Mail): { subject: string; text: string; html: string } {
  const { instance, notifications } = mail
  const blocks = blocksOf(mail)
  // The subject names nothing, because others may see it on a screen.
  const subject = t('mail.notifications.subject', { instance, count: notifications.length })
  return {
    subject,
    text: blocks.map(plain).join('\n\n'),
    html: page(subject, blocks.map(marked).join('\n')),
  }
}

function blocksOf({ instance, name, notifications, unsubscribe }: Mail): Block[] {
  const more = notifications.length - most
  const link = (key: 'all' | 'settings' | 'end', href: string) => ({
    words: t(`mail.notifications.links.${key}`),
    href,
  })
  return [
    { text: t('mail.notifications.greeting', { name }) },
    { text: t('mail.notifications.about', { instance }) },
    { items: notifications.slice(0, most).map(itemOf) },
    ...(more > 0
      ? [{ text: t('mail.notifications.more', { count: more }), link: link('all', urlOf('/notifications')) }]
      : []),
    { text: t('mail.notifications.how'), link: link('settings', urlOf('/settings#notifications')) },
    { text: t('mail.notifications.stop'), link: link('end', unsubscribe) },
  ]
}

function itemOf(notification: Notification): Item {
  const { recommendation } = notification
  return {
    sentence: notificationInWords(notification),
    ...(recommendation && { recommendation: t('mail.notifications.recommendation', recommendation) }),
    href: urlOf(pathOf(notification)),
  }
}

function pathOf({ assignment, annotation, recommendation, cycle, person }: Notification) {
  if (person) return `/people/${person.id}`
  if (cycle) return `/cycles/${cycle.id}`
  if (assignment) return `/assignments/${assignment.id}`
  if (!recommendation) return '/my-work'
  const path = `/recommendations/${encodeURIComponent(recommendation.key)}`
  return annotation ? `${path}?note=${annotation.id}#note-${annotation.id}` : path
}

function plain(block: Block): string {
  if ('items' in block) return block.items.map(plainItem).join('\n\n')
  return block.link ? `${block.text}\n${block.link.href}` : block.text
}

const plainItem = ({ sentence, recommendation, href }: Item) =>
  [`- ${sentence}`, recommendation, href].filter(Boolean).join('\n  ')

function marked(block: Block): string {
  if ('items' in block) return `<ul style="padding: 0">${block.items.map(markedItem).join('\n')}</ul>`
  return `<p>${escaped(block.text)}${block.link ? `<br>${anchor(block.link)}` : ''}</p>`
}

const markedItem = ({ sentence, recommendation, href }: Item) =>
  `<li style="list-style: none; margin-bottom: 1em">${anchor({ words: sentence, href })}${
    recommendation ? `<br>${escaped(recommendation)}` : ''
  }</li>`

const anchor = ({ words, href }: Link) => `<a href="${escaped(href)}">${escaped(words)}</a>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

function page(title: string, body: string) {
  const { lang, dir } = pageLanguage()
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
</head>
<body style="font: 16px/1.5 sans-serif; max-width: 36rem; overflow-wrap: break-word">
${body}
</body>
</html>`
}
