'use server'

import { action } from '@/app/_actions/action'
import { formDone } from '@/app/_actions/form-done'
import { notificationsAddress } from '@/app/_addresses/notifications'
import { readNotification, readNotifications } from '@/lib/notifications/read-notification'
import { readForm, readTyped, refused } from '@/lib/platform/form'
import { t } from '@/lib/platform/i18n'

/** Marks the notification whose button was pressed as read, or all of them. */
export const markAsRead = action(async (actor, form) => {
  const { id, until, show, all } = readForm(form)

  const result = all ? await readNotifications(actor, { until }) : await readNotification(actor, { id })
  if (!result.ok) return refused(result, readTyped(form))
  return formDone({
    done: t('notifications.wasRead'),
    href: notificationsAddress({ show: show === 'unread' ? show : undefined }),
  })
})
