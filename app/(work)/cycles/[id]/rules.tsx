import { Stack } from '@/app/_ui/layout'
import type { Cycle } from '@/lib/cycles/cycle'
import type { CycleCounts } from '@/lib/cycles/kept-counts'
import { previewOf } from '@/lib/cycles/preview'
import { config } from '@/lib/platform/config'
import { dateInWords, momentInWords, t } from '@/lib/platform/i18n'
import { countsInWords } from '../cycle-words'

/** How many have answered. */
export const Summary = ({ counts }: { counts: CycleCounts }) => (
  <p>
    <b>{countsInWords(counts).join(', ')}</b>
  </p>
)

/** For how many assignments a planned cycle would ask. */
export const Preview = async ({ cycle }: { cycle: Cycle }) => <p>{t('cycle.preview', await previewOf(cycle.id))}</p>

/** Which assignments a cycle asks for, what answers it, and when an answer is late. */
export const Rules = ({ cycle: { asks, state, opensOn, closesOn, closedAt } }: { cycle: Cycle }) => (
  <Stack gap="tight">
    {closedAt && <p>{t('cycle.rules.frozen', { moment: momentInWords(new Date(closedAt), config.TIME_ZONE) })}</p>}
    {state !== 'cancelled' && (
      <small>
        {[
          t(`cycle.rules.${asks}`, { date: dateInWords(opensOn) }),
          t('cycle.rules.late', { date: dateInWords(closesOn) }),
          t('cycle.rules.fixed'),
          ...(asks === 'report' ? [t('cycle.rules.refused')] : []),
        ].join(' ')}
      </small>
    )}
  </Stack>
)
