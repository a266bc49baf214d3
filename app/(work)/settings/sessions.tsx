import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Muted } from '@/app/_ui/text'
import { browserName } from '@/app/(work)/_components/browser-name'
import { type Done, SavedNotice } from '@/app/(work)/_components/saved-notice'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'
import { endEverywhere, endOne } from './actions'

type Props = {
  sessions: { id: string; agent: string | null; createdAt: Date; seenAt: Date }[]
  /** The session in which this page is shown. */
  current: string | null
  done: Done
}

const columnsOf = () => ({
  where: t('settings.sessions.where'),
  since: t('settings.sessions.since'),
  seen: t('settings.sessions.seen'),
  end: t('settings.sessions.endColumn'),
})

export function Sessions({ sessions, current, done }: Props) {
  const columns = columnsOf()
  return (
    <Section
      title={t('settings.sessions.title')}
      id="sessions"
      actions={
        <ActionForm action={endEverywhere} prefix="everywhere-" signsOut>
          <SubmitButton variant="plain">{t('settings.sessions.everywhere')}</SubmitButton>
        </ActionForm>
      }
    >
      <SavedNotice done={done} section="sessions" />
      <Table label={t('settings.sessions.title')} columns={Object.values(columns)}>
        {sessions.map(({ id, agent, createdAt, seenAt }) => (
          <TableRow key={id} own={id === current}>
            <RowHeader>
              {browserName(agent)} {id === current && <Muted>{t('settings.sessions.here')}</Muted>}
            </RowHeader>
            <Cell label={columns.since}>{momentInWords(createdAt, config.TIME_ZONE)}</Cell>
            <Cell label={columns.seen}>{momentInWords(seenAt, config.TIME_ZONE)}</Cell>
            <Cell>
              <ActionForm action={endOne} prefix={`session-${id}-`} signsOut={id === current}>
                <FormHidden name="id" value={id} />
                <SubmitButton variant="quiet">{t('settings.sessions.end')}</SubmitButton>
              </ActionForm>
            </Cell>
          </TableRow>
        ))}
      </Table>
    </Section>
  )
}
