import { importAddress } from '@/app/_addresses/import'
import { Disclosure } from '@/app/_ui/disclosure'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import type { ImportNow } from '@/lib/imports/import-shape'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'

type Props = { imports: readonly ImportNow[] }

/** More imports than this are folded, so that the documents stay in view. */
const mostShown = 3

/** The imports that are neither published nor withdrawn. */
export const OpenImports = ({ imports }: Props) => (
  <Section title={t('imports.list')} id="imports" card>
    {imports.length > mostShown ? (
      <Disclosure summary={t('imports.openCount', { count: imports.length })}>
        <ImportRows imports={imports} />
      </Disclosure>
    ) : (
      <ImportRows imports={imports} />
    )}
  </Section>
)

const ImportRows = ({ imports }: Props) => (
  <Rows columns="named" label={t('imports.list')}>
    {imports.map(({ id, document, name, by, receivedAt, state }) => (
      <li key={id}>
        <span>
          <a href={importAddress(id)} dir="auto">
            {document.title ?? name ?? t('imports.untitled')}
          </a>
          <br />
          <Muted>
            <small>
              {t('imports.by', { name: by.name, moment: momentInWords(new Date(receivedAt), config.TIME_ZONE) })}
            </small>
          </Muted>
        </span>
        <span>{t(`imports.state.${state}`)}</span>
      </li>
    ))}
  </Rows>
)
