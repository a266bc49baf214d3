import { t } from '@/lib/platform/i18n'
import type { Rule } from './weigh'

/** Returns a reason for or against a recommendation, in words. */
export const reasonWords = (rule: Rule) => t(`reason.${rule}`)
