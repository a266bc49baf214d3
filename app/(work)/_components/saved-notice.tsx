import { Notice } from '@/app/_ui/notice'
import { t } from '@/lib/platform/i18n'

/** The ID of the section in which something was just done, from the URL of the page. Used without script. */
export type Done = string | string[] | undefined

/** Says in this section that something was done there. */
export const SavedNotice = ({ done, section }: { done: Done; section: string }) =>
  done === section && <Notice>{t('people.saved')}</Notice>
