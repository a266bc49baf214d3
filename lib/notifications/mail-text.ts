import { t } from '@/lib/platform/i18n'
import { pageLanguage } from '@/lib/platform/languages'
import { origin } from '@/lib/platform/origin'
import { notificationInWords } from './notification-words'
import type { Notification } from './queries'

type Link = { text: string; href: string }
/** A paragraph with an optional link after it, or a list of links. */
type Block = { text: string; link?: Link } | { items: Link[] }

type Mail = { instance: string; name: string; notifications: Notification[]; unsubscribe: string }

/** The largest number of notifications in an email. */
const most = 40

const urlOf = (path: string) => new URL(path, origin).href

/** Returns the text of an email, plain and as HTML, in the current language. Both have the same content. */
export function mailText(mail: Mail): { subject: string; text: string; html: string } {
  const { instance, notifications } = mail
  const blocks = blocksOf(mail)
  return {
    // The subject names nothing, because others may see it on a screen.
    subject: t('mail.notifications.subject', { instance, count: notifications.length }),
    text: blocks.map(plain).join('\n\n'),
    html: page(blocks.map(marked).join('\n')),
  }
}

function blocksOf({ instance, name, notifications, unsubscribe }: Mail): Block[] {
  const more = notifications.length - most
  const all = urlOf('/notifications')
  const settings = urlOf('/settings#notifications')
  return [
    { text: t('mail.notifications.greeting', { name }) },
    { text: t('mail.notifications.about', { instance }) },
    { items: notifications.slice(0, most).map(linkOf) },
    ...(more > 0 ? [{ text: t('mail.notifications.more', { count: more }), link: { text: all, href: all } }] : []),
    { text: t('mail.notifications.how'), link: { text: settings, href: settings } },
    { text: t('mail.notifications.stop'), link: { text: unsubscribe, href: unsubscribe } },
  ]
}

function linkOf(notification: Notification): Link {
  const { recommendation } = notification
  const sentence = notificationInWords(notification)
  return {
    text: recommendation
      ? t('mail.notifications.item', { sentence, key: recommendation.key, title: recommendation.title })
      : sentence,
    href: urlOf(pathOf(notification)),
  }
}

function pathOf({ assignment, annotation, recommendation, cycle }: Notification) {
  if (cycle) return `/cycles/${cycle.id}`
  if (assignment) return `/assignments/${assignment.id}`
  if (!recommendation) return '/notifications'
  const path = `/recommendations/${encodeURIComponent(recommendation.key)}`
  return annotation ? `${path}?note=${annotation.id}#note-${annotation.id}` : path
}

function plain(block: Block): string {
  if ('items' in block) return block.items.map(({ text, href }) => `- ${text}\n  ${href}`).join('\n')
  return block.link ? `${block.text}\n${block.link.href}` : block.text
}

function marked(block: Block): string {
  if ('items' in block) return `<ul>${block.items.map((item) => `<li>${anchor(item)}</li>`).join('\n')}</ul>`
  return `<p>${escaped(block.text)}${block.link ? `<br>${anchor(block.link)}` : ''}</p>`
}

const anchor = ({ text, href }: Link) => `<a href="${escaped(href)}">${escaped(text)}</a>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character)

function page(body: string) {
  const { lang, dir } = pageLanguage()
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<body style="font: 16px/1.5 sans-serif; max-width: 36rem">
${body}
</body>
</html>`
}
