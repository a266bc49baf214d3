import { documentAddress } from '@/app/_addresses/document'
import { Fact, Facts } from '@/app/_ui/facts'
import type { Cycle } from '@/lib/cycles/cycle'
import { dateInWords, t } from '@/lib/platform/i18n'
import { partiesInWords } from '../cycle-words'

/** What a cycle asks for, of whom, about which document and when. */
export const CycleFacts = ({ cycle }: { cycle: Cycle }) => (
  <Facts>
    <Fact term={t('cycle.facts.asks')}>{t(`cycle.asks.${cycle.asks}`)}</Fact>
    <Fact term={t('cycle.facts.document')}>
      {cycle.document ? (
        <a href={documentAddress(cycle.document.code)} dir="auto">
          {cycle.document.title}
        </a>
      ) : (
        t('cycle.allDocuments')
      )}
    </Fact>
    <Fact term={t('cycle.facts.whom')}>{partiesInWords(cycle)}</Fact>
    <Fact term={t('cycle.facts.opens')}>{dateInWords(cycle.opensOn)}</Fact>
    <Fact term={t('cycle.facts.closes')}>{dateInWords(cycle.closesOn)}</Fact>
  </Facts>
)
