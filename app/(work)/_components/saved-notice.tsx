import { Notice } from '@/app/_ui/notice'
import { t } from '@/lib/platform/i18n'

/** What the address of a page says was done last, without script: the id of the section in which it was. */
export type Done = string | string[] | undefined

/** Says so in that section. */
export const SavedNotice = ({ done, section }: { done: Done; section: string }) =>
  done === section && <Notice>{t('people.saved')}</Notice>
