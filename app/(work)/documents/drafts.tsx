import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Quiet } from '@/app/_ui/text'
import type { ListedDraft } from '@/lib/documents/drafts'
import { config } from '@/lib/platform/config'
import { momentInWords, words } from '@/lib/platform/i18n'
import { throwAway } from './actions'

/** What the reader has begun to add, to go on with or to throw away. */
export const Drafts = ({ drafts }: { drafts: ListedDraft[] }) => (
  <Section title={words('documents.drafts')} id="drafts" card>
    <Rows columns="named" label={words('documents.drafts')}>
      {drafts.map(({ id, particulars: { title, code }, updatedAt }) => (
        <li key={id}>
          <span>
            <a href={`/documents/new?draft=${id}`}>{title || code || words('documents.untitled')}</a>
            <br />
            <Quiet>
              <small>{words('documents.draftOf', { moment: momentInWords(updatedAt, config.TIME_ZONE) })}</small>
            </Quiet>
          </span>
          <ActionForm action={throwAway} prefix={`draft-${id}-`}>
            <FormHidden name="id" value={id} />
            <Confirm label={words('documents.discardAsk')} about={words('documents.discardAbout')}>
              <SubmitButton variant="danger">{words('documents.discard')}</SubmitButton>
            </Confirm>
          </ActionForm>
        </li>
      ))}
    </Rows>
  </Section>
)
