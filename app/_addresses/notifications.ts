type Params = { show?: 'unread' | undefined; after?: string | undefined }

/** Returns the URL of the notifications: all or only unread ones, after a place. */
export function notificationsAddress({ show, after }: Params = {}): string {
  const query = new URLSearchParams({ ...(show && { show }), ...(after && { after }) })
  return query.size > 0 ? `/notifications?${query}` : '/notifications'
}
