import { messages, t } from '@/lib/platform/i18n'
import type { Rule } from './weigh'

/** Returns whether there are words for a reason. What was stored may be older than the rules. */
export const isReason = (rule: string): rule is Rule => Object.hasOwn(messages.reason, rule)

/** Returns a reason for or against a recommendation, in words. */
export const reasonWords = (rule: Rule) => t(`reason.${rule}`)
