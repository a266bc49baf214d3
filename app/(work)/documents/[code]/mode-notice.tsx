import { documentAddress } from '@/app/_addresses/document'
import { Notice } from '@/app/_ui/notice'
import { SoftLink } from '@/app/_ui/soft-link'
import { t } from '@/lib/platform/i18n'

type Props = { code: string; part: number; mode: 'add' | 'note' }

/** Explains how to add a recommendation to a published document, or an annotation, with a link to stop. */
export const ModeNotice = ({ code, part, mode }: Props) => (
  <div id={mode}>
    <Notice tone="info">
      {mode === 'add' ? t('document.addAbout') : t('document.noteAbout')}{' '}
      <SoftLink href={documentAddress(code, { part })}>
        {mode === 'add' ? t('document.addDone') : t('document.noteDone')}
      </SoftLink>
    </Notice>
  </div>
)
