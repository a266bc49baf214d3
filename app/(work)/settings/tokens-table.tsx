import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import type { tokensOf } from '@/lib/people/tokens'
import { config } from '@/lib/platform/config'
import type { FormState } from '@/lib/platform/form'
import { momentInWords, words } from '@/lib/platform/i18n'

export type Token = Awaited<ReturnType<typeof tokensOf>>[number]

const columns = {
  name: words('settings.tokens.name'),
  scope: words('settings.tokens.scope'),
  created: words('settings.tokens.created'),
  used: words('settings.tokens.used'),
  expires: words('settings.tokens.expires'),
  revoke: words('settings.tokens.revokeColumn'),
}

type Props = {
  tokens: Token[]
  /** The form's action, which is given the token's `id` and its `owner`. */
  revoke: (state: FormState, form: FormData) => Promise<FormState>
  owner: string
}

export const TokensTable = ({ tokens, revoke, owner }: Props) => (
  <Table label={words('settings.tokens.title')} columns={Object.values(columns)}>
    {tokens.map(({ id, name, scope, createdAt, usedAt, expiresAt }) => (
      <TableRow key={id}>
        <RowHeader>{name}</RowHeader>
        <Cell label={columns.scope}>{words(`settings.tokens.scopesShort.${scope}`)}</Cell>
        <Cell label={columns.created}>{momentInWords(createdAt, config.TIME_ZONE)}</Cell>
        <Cell label={columns.used}>
          {usedAt ? momentInWords(usedAt, config.TIME_ZONE) : words('settings.tokens.unused')}
        </Cell>
        <Cell label={columns.expires}>{momentInWords(expiresAt, config.TIME_ZONE)}</Cell>
        <Cell>
          <ActionForm action={revoke} prefix={`token-${id}-`}>
            <FormHidden name="id" value={id} />
            <FormHidden name="owner" value={owner} />
            <Confirm label={words('settings.tokens.revokeAsk')} about={words('settings.tokens.revokeAbout')}>
              <SubmitButton variant="danger">{words('settings.tokens.revoke')}</SubmitButton>
            </Confirm>
          </ActionForm>
        </Cell>
      </TableRow>
    ))}
  </Table>
)
