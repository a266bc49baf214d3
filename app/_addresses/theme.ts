import { pageAddress } from './page-address'
import { type TrendState, trendParams } from './trend'

/** Returns the URL of the page of a theme with its trend shown in this way. */
export function themeAddress(theme: string, trend: TrendState = {}) {
  const params = trendParams(trend)
  const part = Object.values(params).some(Boolean) ? 'trend' : undefined
  return pageAddress(`/themes/${encodeURIComponent(theme)}`, params, part)
}
