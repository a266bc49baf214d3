import { type Period, periods } from '@/lib/overview/trend-days'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

/** What a page shows of its trend. */
export type TrendState = {
  /** How far back the trend goes. */
  period?: Period | undefined
  /** Whether the figures of the trend are shown as a table. */
  table?: 'trend' | undefined
  /** Whether how long work has waited, and how quickly it was done, is shown. */
  more?: 'follow-up' | undefined
  /** The day since which to say what has happened. */
  since?: string | undefined
}

/** Reads what to show of the trend from the parameters of a page. Leaves out values that are not valid. */
export const trendStateIn = ({ period, table, more, since }: Partial<Record<string, unknown>>): TrendState => ({
  period: periods.find((one) => one === period),
  table: table === 'trend' ? table : undefined,
  more: more === 'follow-up' ? more : undefined,
  since: typeof since === 'string' && since !== '' ? since.slice(0, 20) : undefined,
})

/** Returns the parameters of a page that shows this of its trend. */
export const trendParams = ({ period, table, more, since }: TrendState) => ({ period, table, more, since })

/** Returns the address of a trend as a file: its figures as CSV, or its chart as SVG. */
export const trendFileAddress = (format: 'csv' | 'svg', whose: Partial<Record<string, string>>, period: Period) =>
  onShownDay(pageAddress(`/trend.${format}`, { ...whose, period }))
