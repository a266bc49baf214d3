import { Stack } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { InOwnWords } from '@/app/_ui/text'
import { RecommendationSummary } from '@/app/(work)/_components/recommendation-summary'
import { notificationInWords } from '@/lib/notifications/notification-words'
import type { Notification } from '@/lib/notifications/queries'
import { dayOf } from '@/lib/platform/clock'
import { config } from '@/lib/platform/config'
import { dateInWords, t, timeInWords } from '@/lib/platform/i18n'
import { notificationAddress } from './notification-address'

/** What a person is told: when, what and about which recommendation, and a button while it is unread. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { id, at, readAt, recommendation } = notification
  const href = notificationAddress(notification)
  const moment = new Date(at)
  const sentence = notificationInWords(notification)
  const words = recommendation ? sentence : <a href={href}>{sentence}</a>
  return (
    <li>
      <div>
        {dateInWords(dayOf(moment))}
        <br />
        <small>
          {timeInWords(moment, config.TIME_ZONE)}
          {!readAt && `, ${t('notifications.new')}`}
        </small>
      </div>
      <Stack gap="tight">
        <p>{readAt ? words : <b>{words}</b>}</p>
        {notification.note && (
          <p>
            <InOwnWords>{notification.note}</InOwnWords>
          </p>
        )}
        {recommendation && <RecommendationSummary item={recommendation} href={href} room={120} />}
      </Stack>
      {!readAt && (
        <SubmitButton variant="plain" name="id" value={id}>
          {t('notifications.read')}
        </SubmitButton>
      )}
    </li>
  )
}
