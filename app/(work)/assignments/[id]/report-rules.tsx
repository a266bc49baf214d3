import { Fact, Facts } from '@/app/_ui/facts'
import { t } from '@/lib/platform/i18n'

/** Beside the form to report: who can read the report, and what comes of it. */
export const ReportRules = () => (
  <Facts>
    <Fact term={t('one.report.audience')}>{t('one.report.audienceAbout')}</Fact>
    <Fact term={t('one.report.next')}>{t('one.report.nextAbout')}</Fact>
  </Facts>
)
