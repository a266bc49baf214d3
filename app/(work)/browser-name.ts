import { agentOf } from '@/lib/people/agent'
import { words } from '@/lib/platform/i18n'

/** "Firefox on Linux", by what a browser says it is. */
export function browserName(agent: string | null) {
  const { browser, system } = agentOf(agent)
  if (browser && system) return words('settings.sessions.browserOn', { browser, system })
  return browser ?? system ?? words('settings.sessions.unknown')
}
