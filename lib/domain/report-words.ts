import { dateInWords, t } from '@/lib/platform/i18n'

type Text = { narrative: string; unchangedSince?: string | null | undefined }

/** Returns what a report says: its text, that nothing has changed, or that the text was erased. */
export const reportInWords = (report: Text) => report.narrative || unwritten(report)

/** Returns what a report without a text says. */
export const unwritten = ({ unchangedSince }: Pick<Text, 'unchangedSince'>) =>
  unchangedSince ? t('report.noChange', { date: dateInWords(unchangedSince) }) : t('recommendation.assignments.erased')
