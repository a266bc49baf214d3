import { importAddress } from '@/app/_addresses/import'
import { Section } from '@/app/_ui/layout'
import { Rows } from '@/app/_ui/rows'
import { Muted } from '@/app/_ui/text'
import type { ImportNow } from '@/lib/imports/import-shape'
import { config } from '@/lib/platform/config'
import { momentInWords, t } from '@/lib/platform/i18n'

/** The imports that are neither published nor withdrawn. */
export const OpenImports = ({ imports }: { imports: readonly ImportNow[] }) => (
  <Section title={t('imports.list')} id="imports" card>
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
  </Section>
)
