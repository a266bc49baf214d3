import { query } from './database'

/** Makes the notifications of a day, none of which were made before. Returns how many there were, and the seconds. */
export async function timeDay(url: string): Promise<{ made: number; seconds: number }> {
  await query(url, `delete from notifications where kind in ('due', 'overdue', 'silent', 'cycle_closing')`)
  await query(url, 'vacuum analyze notifications')
  const { notify } = await import('@/lib/notifications/notify')
  await notify()
  await query(url, 'update notification_progress set day = current_date - 1')

  const began = performance.now()
  const made = await notify()
  return { made, seconds: (performance.now() - began) / 1000 }
}
