import { now } from './clock'
import { config } from './config'
import { momentInWords, t } from './i18n'

/** Returns when the page was made, which is now: "As of 29 November 2026, 16:04". */
export const asOfNow = () => t('print.asOf', { moment: momentInWords(now(), config.TIME_ZONE) })
