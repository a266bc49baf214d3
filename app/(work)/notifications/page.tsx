import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { notificationsAddress } from '@/app/_addresses/notifications'
import { paramsIn } from '@/app/_addresses/recommendation-list'
import { ActionForm } from '@/app/_ui/action-form'
import { EmptyState } from '@/app/_ui/empty-state'
import { FormHidden } from '@/app/_ui/form-fields'
import { Page, PageHead, Row, Stack } from '@/app/_ui/layout'
import { Pager } from '@/app/_ui/pager'
import { Rows } from '@/app/_ui/rows'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Tabs } from '@/app/_ui/tabs'
import { mostUnread, type Notifications, notificationsOf } from '@/lib/notifications/queries'
import { t } from '@/lib/platform/i18n'
import { markAsRead } from './actions'
import { NotificationRow } from './notification-row'

export const generateMetadata = pageTitle('notifications.title')

/** The number of rows on a page: each shows a quote. */
const few = 30

/** What the reader is told, the newest first. */
export default async function NotificationsPage({ searchParams }: PageProps<'/notifications'>) {
  const actor = await requireUser()
  const params = paramsIn(await searchParams)
  const show = params.get('show') === 'unread' ? 'unread' : undefined
  const after = params.get('after') ?? undefined
  const found = await notificationsOf(actor, { after, unread: show === 'unread', limit: few })
  const { items, next, unread } = found
  return (
    <Page>
      <PageHead
        title={t(unread === mostUnread ? 'notifications.unreadMost' : 'notifications.unread', { count: unread })}
      />
      <Tabs
        label={t('notifications.views')}
        items={[
          { href: notificationsAddress(), label: t('notifications.all'), current: show === undefined },
          {
            href: notificationsAddress({ show: 'unread' }),
            label: t('notifications.onlyUnread'),
            current: show !== undefined,
          },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState title={t(show ? 'notifications.noneUnread' : 'notifications.none')}>
          {t('notifications.noneAbout')}
        </EmptyState>
      ) : (
        <List found={found} show={show} />
      )}
      <Pager
        label={t('notifications.pages')}
        previous={after ? { href: notificationsAddress({ show }), label: t('notifications.newest') } : undefined}
        next={next ? { href: notificationsAddress({ show, after: next }), label: t('notifications.older') } : undefined}
      />
    </Page>
  )
}

/** The notifications, with one form for all buttons. */
function List({ found: { items, unread }, show }: { found: Notifications; show: 'unread' | undefined }) {
  const [newest] = items
  return (
    <ActionForm action={markAsRead} prefix="notifications-" buttonsOnly>
      {show && <FormHidden name="show" value={show} />}
      <FormHidden name="until" value={newest?.at ?? ''} />
      <Stack>
        {unread > 0 && (
          <Row screen>
            <SubmitButton variant="plain" name="all" value="yes">
              {t('notifications.readAll')}
            </SubmitButton>
          </Row>
        )}
        <Rows columns="work" ordered label={t('notifications.title')}>
          {items.map((notification) => (
            <NotificationRow key={notification.id} notification={notification} />
          ))}
        </Rows>
      </Stack>
    </ActionForm>
  )
}
