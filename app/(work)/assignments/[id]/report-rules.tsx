import { Fact, Facts } from '@/app/_ui/facts'
import { t } from '@/lib/platform/i18n'

/** Explains beside the report form who can read the report, and what happens next. */
export const ReportRules = () => (
  <Facts>
    <Fact term={t('one.report.audience')}>{t('one.report.audienceAbout')}</Fact>
    <Fact term={t('one.report.next')}>{t('one.report.nextAbout')}</Fact>
  </Facts>
)
