import { userAgentOf } from '@/lib/people/user-agent'
import { t } from '@/lib/platform/i18n'

/** Returns the name of a browser from its user agent: "Firefox on Linux". */
export function browserName(agent: string | null) {
  const { browser, system } = userAgentOf(agent)
  if (browser && system) return t('settings.sessions.browserOn', { browser, system })
  return browser ?? system ?? t('settings.sessions.unknown')
}
