import { Overdue } from '@/app/_ui/text'
import { longWait, waitsLong } from '@/lib/overview/long-wait'
import { today } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'

/** Since when something waits for a reviewer or a coordinator, with a mark if that is long. */
export const WaitingSince = ({ day }: { day: string }) => (
  <>
    <small>{t('reviews.since', { date: dateInWords(day) })}</small>
    {waitsLong(day, today()) && (
      <>
        <br />
        <Overdue>{t('myWork.waitsLong', { days: longWait })}</Overdue>
      </>
    )}
  </>
)
