import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Muted } from '@/app/_ui/text'
import type { ListedDraft } from '@/lib/documents/drafts'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { throwAway } from './actions'

/** The reader's drafts, which they can continue or delete. */
export const Drafts = ({ drafts }: { drafts: ListedDraft[] }) => (
  <Section title={t('documents.drafts')} id="drafts" card>
    <Rows columns="named" label={t('documents.drafts')}>
      {drafts.map(({ id, particulars: { title, code }, updatedAt }) => (
        <li key={id}>
          <span>
            <a href={`/documents/new?draft=${id}`}>{title || code || t('documents.untitled')}</a>
            <br />
            <Muted>
              <small>{t('documents.draftOf', { moment: momentInWords(updatedAt, config.TIME_ZONE) })}</small>
            </Muted>
          </span>
          <ActionForm action={throwAway} prefix={`draft-${id}-`}>
            <FormHidden name="id" value={id} />
            <Confirm label={t('documents.discardAsk')} about={t('documents.discardAbout')}>
              <SubmitButton variant="danger">{t('documents.discard')}</SubmitButton>
            </Confirm>
          </ActionForm>
        </li>
      ))}
    </Rows>
  </Section>
)
