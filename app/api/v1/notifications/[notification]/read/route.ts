import { updateRoute } from '@/app/api/v1/edge'
import { readNotification } from '@/lib/notifications/read-notification'

export const POST = updateRoute(readNotification, ({ notification }: { notification: string }) => ({
  id: notification,
}))
