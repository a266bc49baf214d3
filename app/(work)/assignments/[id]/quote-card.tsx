import { documentAddress } from '@/app/_addresses/document'
import { recommendationPath } from '@/app/_addresses/recommendation'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Quoted } from '@/app/_ui/quoted'
import { NamedRecommendation } from '@/app/(work)/_components/recommendation-reference'
import { shortKey } from '@/lib/domain/citation'
import { t } from '@/lib/platform/i18n'
import { leadIn } from '@/lib/reading/lead-in'
import type { AssignmentView } from '@/lib/register/assignment-view'
import css from './quote-card.module.css'

/** The text that was agreed, with links to the recommendation and its document. */
export function QuoteCard({ view }: { view: AssignmentView }) {
  const { key, title, quote, document } = view.recommendation
  return (
    <Section title={t('assignment.asked.title')} card>
      <Stack>
        <NamedRecommendation item={{ key, code: document.code, title }} />
        <div className={css.quote}>
          <Quoted lang={view.language} lead={leadIn(view)}>
            <mark>{quote}</mark>
          </Quoted>
        </div>
        <Row screen>
          <a href={recommendationPath(key)}>{t('assignment.asked.recommendation')}</a>
          <a href={documentAddress(document.code, { to: shortKey(key, document.code) })}>
            {t('assignment.asked.document')}
          </a>
        </Row>
      </Stack>
    </Section>
  )
}
