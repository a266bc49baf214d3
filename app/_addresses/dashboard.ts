import { type Period, periods } from '@/lib/overview/trend-days'
import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'

/** Returns the address of the dashboard with a trend that goes back this far. */
export const dashboardAddress = (period: Period) => onShownDay(pageAddress('/', { period }, 'trend'))

/** Returns how far back the trend goes that an address asks for. */
export const periodIn = (params: URLSearchParams): Period | undefined =>
  periods.find((one) => one === params.get('period'))
