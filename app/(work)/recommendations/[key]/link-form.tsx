import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden, FormSelect, FormText } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row } from '@/app/_ui/layout'
import { SoftLink } from '@/app/_ui/soft-link'
import { SubmitButton } from '@/app/_ui/submit-button'
import { t } from '@/lib/platform/i18n'
import type { Related } from '@/lib/relations/related'
import { Relation } from '@/prisma/generated/enums'
import { link, unlink } from './link-action'

type Props = { recommendation: string; offered: string | undefined; back: string }

/** Links the recommendation to another one. The most similar one is offered. */
export const LinkForm = ({ recommendation, offered = '', back }: Props) => (
  <ActionForm action={link} prefix="link-" focus>
    <FormHidden name="key" value={recommendation} />
    <Fields>
      <FormSelect
        name="relation"
        label={t('recommendation.related.how')}
        options={Object.values(Relation).map((value) => ({
          value,
          label: t('recommendation.related.relation', { relation: value }),
        }))}
      />
      <FormText
        name="to"
        label={t('recommendation.related.other')}
        hint={t('recommendation.related.otherHint')}
        defaultValue={offered}
        autoComplete="off"
      />
      <Row>
        <SubmitButton>{t('recommendation.related.send')}</SubmitButton>
        <SoftLink href={back}>{t('recommendation.cancel')}</SoftLink>
      </Row>
    </Fields>
  </ActionForm>
)

/** Takes back a link, whichever of the two recommendations it begins at. */
export function UnlinkForm({ recommendation, other: { key, back } }: { recommendation: string; other: Related }) {
  const [from, to] = back ? [key, recommendation] : [recommendation, key]
  return (
    <ActionForm action={unlink} prefix={`unlink-${key}-`}>
      <FormHidden name="page" value={recommendation} />
      <FormHidden name="key" value={from} />
      <FormHidden name="to" value={to} />
      <SubmitButton variant="quiet">{t('recommendation.related.unlink', { key })}</SubmitButton>
    </ActionForm>
  )
}
