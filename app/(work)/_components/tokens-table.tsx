import { ActionForm } from '@/app/_ui/action-form'
import { Confirm } from '@/app/_ui/confirm'
import { FormHidden } from '@/app/_ui/form-fields'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import type { tokensOf } from '@/lib/people/tokens'
import { config } from '@/lib/platform/config'
import type { FormState } from '@/lib/platform/form'
import { momentInWords, t } from '@/lib/platform/i18n'

export type Token = Awaited<ReturnType<typeof tokensOf>>[number]

const columnsOf = () => ({
  name: t('settings.tokens.name'),
  scope: t('settings.tokens.scope'),
  created: t('settings.tokens.created'),
  used: t('settings.tokens.used'),
  expires: t('settings.tokens.expires'),
  revoke: t('settings.tokens.revokeColumn'),
})

type Props = {
  tokens: Token[]
  /** The action of the form, which gets the token's `id` and its `owner`. */
  revoke: (state: FormState, form: FormData) => Promise<FormState>
  owner: string
}

export function TokensTable({ tokens, revoke, owner }: Props) {
  const columns = columnsOf()
  return (
    <Table label={t('settings.tokens.title')} columns={Object.values(columns)}>
      {tokens.map(({ id, name, scope, createdAt, usedAt, expiresAt }) => (
        <TableRow key={id}>
          <RowHeader>{name}</RowHeader>
          <Cell label={columns.scope}>{t(`settings.tokens.scopesShort.${scope}`)}</Cell>
          <Cell label={columns.created}>{momentInWords(createdAt, config.TIME_ZONE)}</Cell>
          <Cell label={columns.used}>
            {usedAt ? momentInWords(usedAt, config.TIME_ZONE) : t('settings.tokens.unused')}
          </Cell>
          <Cell label={columns.expires}>{momentInWords(expiresAt, config.TIME_ZONE)}</Cell>
          <Cell>
            <ActionForm action={revoke} prefix={`token-${id}-`}>
              <FormHidden name="id" value={id} />
              <FormHidden name="owner" value={owner} />
              <Confirm label={t('settings.tokens.revokeAsk')} about={t('settings.tokens.revokeAbout')}>
                <SubmitButton variant="danger">{t('settings.tokens.revoke')}</SubmitButton>
              </Confirm>
            </ActionForm>
          </Cell>
        </TableRow>
      ))}
    </Table>
  )
}
