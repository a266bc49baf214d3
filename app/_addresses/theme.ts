import { pageAddress } from './page-address'
import { onShownDay } from './shown-day'
import { type TrendState, trendParams } from './trend'

/** Returns the path of the page of a theme. */
export const themePath = (theme: string) => `/themes/${encodeURIComponent(theme)}`

/** Returns the URL of the page of a theme with its trend shown in this way. */
export function themeAddress(theme: string, trend: TrendState = {}) {
  const params = trendParams(trend)
  const part = Object.values(params).some(Boolean) ? 'trend' : undefined
  return onShownDay(pageAddress(themePath(theme), params, part))
}
