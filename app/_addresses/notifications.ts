import { pageAddress } from './page-address'

type Params = { show?: 'unread' | undefined; after?: string | undefined }

/** Returns the URL of the notifications: all or only unread ones, after a place. */
export const notificationsAddress = ({ show, after }: Params = {}): string =>
  pageAddress('/notifications', { show, after: after || undefined })
