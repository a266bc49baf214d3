import { daysBetween } from '@/lib/platform/clock'

/** The number of days after which what waits for a reviewer or a coordinator has waited long. */
export const longWait = 14

/** Returns whether what waits since a day has waited long. */
export const waitsLong = (since: string, today: string) => daysBetween(since, today) > longWait
