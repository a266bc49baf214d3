import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { FieldRow, Fields } from '@/app/_ui/form-layout'
import { Row, Section, Stack } from '@/app/_ui/layout'
import { Once } from '@/app/_ui/once'
import { SubmitButton } from '@/app/_ui/submit-button'
import { scopesFor } from '@/lib/people/token-scope'
import { words } from '@/lib/platform/i18n'
import { newId } from '@/lib/platform/id'
import type { Role } from '@/prisma/generated/enums'
import { type Done, Saved } from '../done'
import { giveToken, takeToken } from './actions'
import { type Token, TokensTable } from './tokens-table'

type Props = { tokens: Token[]; owner: { id: string; role: Role }; done: Done }

export const Tokens = ({ tokens, owner, done }: Props) => (
  <Section title={words('settings.tokens.title')} id="tokens">
    <Stack>
      <Saved done={done} section="tokens" />
      <p>{words('settings.tokens.about')}</p>
      {tokens.length > 0 && <TokensTable tokens={tokens} revoke={takeToken} owner={owner.id} />}
      <ActionForm action={giveToken} prefix="token-">
        <Fields>
          <FormHidden name="id" value={newId()} />
          <FieldRow>
            <FormText
              name="name"
              label={words('settings.tokens.name')}
              hint={words('settings.tokens.nameHint')}
              required
            />
            <FormText
              name="days"
              label={words('settings.tokens.days')}
              hint={words('settings.tokens.daysHint')}
              type="number"
              min={1}
              max={366}
              defaultValue="90"
              required
            />
          </FieldRow>
          <FormSelect
            name="scope"
            label={words('settings.tokens.scope')}
            hint={words('settings.tokens.scopeHint')}
            options={scopesFor(owner.role).map((value) => ({ value, label: words(`settings.tokens.scopes.${value}`) }))}
          />
          <Row>
            <SubmitButton variant="plain">{words('settings.tokens.send')}</SubmitButton>
          </Row>
          <Once
            name="token"
            label={words('settings.tokens.token')}
            hint={words('settings.tokens.tokenHint')}
            words={{ copy: words('once.copy'), copied: words('once.copied') }}
          />
        </Fields>
      </ActionForm>
    </Stack>
  </Section>
)
