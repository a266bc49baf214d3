import { ActionForm } from '@/app/_ui/action-form'
import { FormCheck, FormHidden, FormTextArea } from '@/app/_ui/form-fields'
import { Fields } from '@/app/_ui/form-layout'
import { Row, Stack } from '@/app/_ui/layout'
import { Plain } from '@/app/_ui/markdown'
import { SubmitButton } from '@/app/_ui/submit-button'
import type { Erasable, Noun } from '@/lib/erasures/queries'
import { dayOf } from '@/lib/platform/clock'
import { dateInWords, t } from '@/lib/platform/i18n'
import { withLinks } from '@/lib/platform/markdown'
import { eraseChosen } from './actions'
import css from './erasure-form.module.css'

type Props = { noun: Noun; id: string; found: Erasable[]; chosen: string | undefined }

/** The texts, the drafts and the evidence, of which an administrator chooses what to erase. */
export const ErasureForm = ({ noun, id, found, chosen }: Props) => (
  <ActionForm key={found.length} action={eraseChosen} prefix="erase-" buttonsOnly>
    <FormHidden name="noun" value={noun} />
    <FormHidden name="id" value={id} />
    <Fields>
      <fieldset id="erase-items" tabIndex={-1}>
        <legend>
          <b>{t('erasure.choose')}</b>
        </legend>
        <Stack>
          {found.map((one) => (
            <Item key={one.id} one={one} chosen={one.id === chosen} />
          ))}
        </Stack>
      </fieldset>
      <FormTextArea name="reason" label={t('erasure.reason')} hint={t('erasure.reasonHint')} rows={3} />
      <FormCheck name="confirm" label={t('erasure.confirm')} />
      <Row>
        <SubmitButton variant="danger">{t('erasure.send')}</SubmitButton>
      </Row>
    </Fields>
  </ActionForm>
)

const Item = ({ one, chosen }: { one: Erasable; chosen: boolean }) => (
  <Stack gap="tight">
    <FormCheck name={`item:${one.id}`} label={labelOf(one)} defaultChecked={chosen} />
    <ul className={css.content}>
      <li dir="auto">
        {one.content === undefined ? <i>{t('erasure.hidden')}</i> : <Plain>{withLinks(one.content)}</Plain>}
      </li>
    </ul>
  </Stack>
)

function labelOf({ kind, at, sentence }: Erasable) {
  const date = dateInWords(dayOf(new Date(at)))
  if (sentence === undefined) return t('erasure.draft', { date })
  return t('erasure.item', { kind: t(`history.erasedKind.${kind}`), date, sentence })
}
