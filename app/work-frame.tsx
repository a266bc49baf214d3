import type { ReactNode } from 'react'
import { signOut } from '@/app/_actions/sign-out'
import { notificationsAddress } from '@/app/_addresses/notifications'
import { ActionForm } from '@/app/_ui/action-form'
import { NotificationsLink } from '@/app/_ui/notifications-link'
import { PrintMoments } from '@/app/_ui/print-moments'
import { Shell } from '@/app/_ui/shell'
import { SubmitButton } from '@/app/_ui/submit-button'
import { currentInstance } from '@/lib/instance/queries'
import { mostUnread, unreadCount } from '@/lib/notifications/queries'
import { myOverdueCount } from '@/lib/overview/my-overdue-count'
import { mostCounted, waitingReviews } from '@/lib/overview/review-queue'
import type { SignedIn } from '@/lib/people/session'
import { asOfNow } from '@/lib/platform/as-of'
import { config } from '@/lib/platform/config'
import { inFigures, t } from '@/lib/platform/i18n'
import { showingPresent } from '@/lib/platform/shown-day'

const menuOf = (overdue: number, reviews: number | undefined) => [
  { href: '/', label: t('menu.dashboard') },
  { href: '/recommendations', label: t('menu.recommendations'), also: ['/assignments'] },
  {
    href: '/my-work',
    label: t('menu.myWork'),
    count: overdue > 0 ? inFigures(overdue) : undefined,
    counted: t('menu.overdue'),
  },
  ...(reviews === undefined
    ? []
    : [
        {
          href: '/reviews',
          label: t('menu.reviews'),
          count: reviews > 0 ? inFigures(reviews) : undefined,
          counted: t(reviews === mostCounted ? 'menu.waitingMore' : 'menu.waiting'),
        },
      ]),
  { href: '/cycles', label: t('menu.cycles') },
  { href: '/reports', label: t('menu.reports') },
  { href: '/documents', label: t('menu.documents') },
  { href: '/organizations', label: t('menu.organizations'), also: ['/groups'] },
  { href: '/people', label: t('menu.people') },
]

const shellWords = () => ({
  skip: t('shell.skip'),
  menu: t('shell.menu'),
  open: t('shell.open'),
  search: t('shell.search'),
  searchHint: t('shell.search_hint'),
  settings: t('settings.title'),
  shortcuts: {
    title: t('shell.keys.title'),
    close: t('shell.keys.close'),
    enabled: t('shell.keys.enabled'),
    keys: {
      '/': t('shell.keys.search'),
      Escape: t('shell.keys.leave'),
      j: t('shell.keys.down'),
      k: t('shell.keys.up'),
      Enter: t('shell.keys.open'),
      x: t('shell.keys.choose'),
      '←↑→↓': t('shell.keys.cells'),
      'a r u e': t('shell.keys.review'),
      '?': t('shell.keys.help'),
    },
  },
})

const Bell = ({ unread }: { unread: number }) => (
  <NotificationsLink
    href={notificationsAddress()}
    label={t(unread === mostUnread ? 'notifications.linkMost' : 'notifications.link', { count: unread })}
    unread={
      unread === 0 ? undefined : unread === mostUnread ? t('notifications.most', { count: unread }) : String(unread)
    }
  />
)

/** Returns the content of the frame for a person. */
const frameOf = async (actor: SignedIn) => {
  const { name, role, organizations } = actor
  // The menu is the same on every page, also on one that shows a past day.
  const [overdue, reviews, unread] = await showingPresent(() =>
    Promise.all([myOverdueCount(actor), waitingReviews(actor), unreadCount(actor)]),
  )
  const line = [t(`role.${role}`), ...organizations.map((organization) => organization.name)].join(', ')
  return {
    words: shellWords(),
    brand: await currentInstance(),
    menu: menuOf(overdue, reviews),
    person: { name, line, href: '/settings' },
    search: { action: '/recommendations' },
    top: <Bell unread={unread} />,
    signOut: (
      <ActionForm action={signOut} prefix="sign-out-" signsOut>
        <SubmitButton variant="quiet">{t('menu.signOut')}</SubmitButton>
      </ActionForm>
    ),
  }
}

/** The menu and the search around what a person who is signed in sees: a page, or the message that there is none. */
export const WorkFrame = async ({ actor, children }: { actor: SignedIn; children: ReactNode }) => (
  <Shell {...(await frameOf(actor))}>
    <PrintMoments asOf={asOfNow()} printed={t('print.printed')} timeZone={config.TIME_ZONE} />
    {children}
  </Shell>
)
