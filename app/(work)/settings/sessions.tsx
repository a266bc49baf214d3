import { ActionForm } from '@/app/_ui/action-form'
import { FormHidden } from '@/app/_ui/form-fields'
import { Section } from '@/app/_ui/layout'
import { SubmitButton } from '@/app/_ui/submit-button'
import { Cell, RowHeader, Table, TableRow } from '@/app/_ui/table'
import { Quiet } from '@/app/_ui/text'
import { config } from '@/lib/platform/config'
import { momentInWords, words } from '@/lib/platform/i18n'
import { browserName } from '../browser-name'
import { type Done, Saved } from '../done'
import { endEverywhere, endOne } from './actions'

type Props = {
  sessions: { id: string; agent: string | null; createdAt: Date; seenAt: Date }[]
  /** The one in which the page is looked at. */
  current: string | null
  done: Done
}

const columns = {
  where: words('settings.sessions.where'),
  since: words('settings.sessions.since'),
  seen: words('settings.sessions.seen'),
  end: words('settings.sessions.endColumn'),
}

export const Sessions = ({ sessions, current, done }: Props) => (
  <Section
    title={words('settings.sessions.title')}
    id="sessions"
    actions={
      <ActionForm action={endEverywhere} prefix="everywhere-" signsOut>
        <SubmitButton variant="plain">{words('settings.sessions.everywhere')}</SubmitButton>
      </ActionForm>
    }
  >
    <Saved done={done} section="sessions" />
    <Table label={words('settings.sessions.title')} columns={Object.values(columns)}>
      {sessions.map(({ id, agent, createdAt, seenAt }) => (
        <TableRow key={id} own={id === current}>
          <RowHeader>
            {browserName(agent)} {id === current && <Quiet>{words('settings.sessions.here')}</Quiet>}
          </RowHeader>
          <Cell label={columns.since}>{momentInWords(createdAt, config.TIME_ZONE)}</Cell>
          <Cell label={columns.seen}>{momentInWords(seenAt, config.TIME_ZONE)}</Cell>
          <Cell>
            <ActionForm action={endOne} prefix={`session-${id}-`} signsOut={id === current}>
              <FormHidden name="id" value={id} />
              <SubmitButton variant="quiet">{words('settings.sessions.end')}</SubmitButton>
            </ActionForm>
          </Cell>
        </TableRow>
      ))}
    </Table>
  </Section>
)
