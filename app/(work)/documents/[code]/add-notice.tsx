import { documentAddress } from '@/app/_addresses/document'
import { Notice } from '@/app/_ui/notice'
import { SoftLink } from '@/app/_ui/soft-link'
import { t } from '@/lib/platform/i18n'

/** Explains how to add a recommendation to a published document, with a link to stop. */
export const AddNotice = ({ code, part }: { code: string; part: number }) => (
  <div id="add">
    <Notice tone="info">
      {t('document.addAbout')} <SoftLink href={documentAddress(code, { part })}>{t('document.addDone')}</SoftLink>
    </Notice>
  </div>
)
