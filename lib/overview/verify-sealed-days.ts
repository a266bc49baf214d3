import 'server-only'
import { config } from '@/lib/platform/config'
import { pool } from '@/lib/platform/db'
import { pastDayOf } from '@/lib/platform/shown-day'
import { countDays, type DayCount } from './count-days'

/** The number of days that are counted in one pass. */
const most = 105

/** Counts the stored days again, and returns the first one whose counts differ, YYYY-MM-DD. Undefined if none does. */
export async function alteredSealedDay(): Promise<string | undefined> {
  const stored = await storedDays()
  for (let from = 0; from < stored.length; from += most) {
    const batch = stored.slice(from, from + most)
    const { points: counted } = await countDays(
      batch.map(({ day }) => pastDayOf(day)),
      {},
    )
    const altered = batch.find((day, place) => inOneText(day) !== inOneText(counted[place]))
    if (altered) return altered.day
  }
  return undefined
}

async function storedDays(): Promise<DayCount[]> {
  const { rows } = await pool.query<DayCount>({
    name: 'sealed-days-stored',
    text: `select day, by_status as "byStatus", overdue from sealed_days where zone = $1 order by day`,
    values: [config.TIME_ZONE],
  })
  return rows
}

/** Returns the counts as a text that is the same for the same counts. A status that nothing has may be left out. */
function inOneText(count: DayCount | undefined): string {
  const present = Object.entries(count?.byStatus ?? {}).filter(([, n]) => n !== 0)
  return JSON.stringify([present.sort(([a], [b]) => (a < b ? -1 : 1)), count?.overdue])
}
