import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'
import { type TrendState, trendParams } from './trend'

/** Returns the address of the dashboard with its trend shown in this way. */
export const dashboardAddress = (trend: TrendState) => onShownDay(pageAddress('/', trendParams(trend), 'trend'))
