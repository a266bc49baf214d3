import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { OneTimeSecret } from '@/app/_ui/one-time-secret'
import { SubmitButton } from '@/app/_ui/submit-button'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { type Token, TokensTable } from '@/app/(work)/_components/tokens-table'
import { scopesFor } from '@/lib/people/token-scope'
import { t } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { giveToken, takeToken } from './actions'

type Props = { tokens: Token[]; owner: { id: string; role: Role }; done: Done }

export const Tokens = ({ tokens, owner, done }: Props) => (
  <Section title={t('settings.tokens.title')} id="tokens">
    <Stack>
      <SavedNotice done={done} section="tokens" />
      <p>{t('settings.tokens.about')}</p>
      {tokens.length > 0 && <TokensTable tokens={tokens} revoke={takeToken} owner={owner.id} />}
      <ActionForm action={giveToken} prefix="token-">
        <Fields>
          <FormHidden name="id" value={newId()} />
          <FieldRow>
            <FormText name="name" label={t('settings.tokens.name')} hint={t('settings.tokens.nameHint')} required />
            <FormText
              name="days"
              label={t('settings.tokens.days')}
              hint={t('settings.tokens.daysHint')}
              type="number"
              min={1}
              max={366}
              defaultValue="90"
              required
            />
          </FieldRow>
          <FormSelect
            name="scope"
            label={t('settings.tokens.scope')}
            hint={t('settings.tokens.scopeHint')}
            options={scopesFor(owner.role).map((value) => ({ value, label: t(`settings.tokens.scopes.${value}`) }))}
          />
          <Row>
            <SubmitButton variant="plain">{t('settings.tokens.send')}</SubmitButton>
          </Row>
          <OneTimeSecret
            name="token"
            label={t('settings.tokens.token')}
            hint={t('settings.tokens.tokenHint')}
            words={{ copy: t('copy.copy'), copied: t('copy.copied') }}
          />
        </Fields>
      </ActionForm>
    </Stack>
  </Section>
)
