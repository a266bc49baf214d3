import { Fact, Facts } from '@/app/_ui/facts'
import { t } from '@/lib/platform/i18n'

/** Explains beside the report form who can read the report, and what happens next. */
export const ReportRules = () => (
  <Facts>
    <Fact term={t('recommendation.report.audience')}>{t('recommendation.report.audienceAbout')}</Fact>
    <Fact term={t('recommendation.report.next')}>{t('recommendation.report.nextAbout')}</Fact>
  </Facts>
)
