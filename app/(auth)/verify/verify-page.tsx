import { verifyAddress } from '@/app/_addresses/verify'
import { LinkButton } from '@/app/_ui/button'
import { Fact, Facts } from '@/app/_ui/facts'
import { FileField, TextField } from '@/app/_ui/inputs'
import { Section, Stack } from '@/app/_ui/layout'
import { Notice } from '@/app/_ui/notice'
import { SubmitButton } from '@/app/_ui/submit-button'
import { AuthLayout } from '@/app/auth-layout'
import { config } from '@/lib/platform/config'
import { dateInWords, inFigures, momentInWords, t } from '@/lib/platform/i18n'
import { type Difference, type Verified, verifyPublication } from '@/lib/publications/verify-publication'

type Asked = { code?: string | undefined; sha256?: string | undefined }

/** The form for a code or a file and, if one was given, what the register says of it. */
export async function VerifyPage({ code, sha256 }: Asked) {
  const asked = { ...(code !== undefined && { code }), ...(sha256 !== undefined && { sha256 }) }
  const verified = code !== undefined || sha256 !== undefined ? await verifyPublication(asked) : undefined
  return (
    <AuthLayout title={t('verify.title')}>
      <Stack gap="loose">
        {verified ? <Result verified={verified} /> : <p>{t('verify.about')}</p>}
        {verified ? (
          <p>
            <LinkButton href={verifyAddress()}>{t('verify.another')}</LinkButton>
          </p>
        ) : (
          <Form />
        )}
      </Stack>
    </AuthLayout>
  )
}

/** A plain form: its file is read as it arrives and thrown away. */
const Form = () => (
  <form action="/verify/file" method="post" encType="multipart/form-data">
    <Stack>
      <TextField name="code" label={t('verify.code')} autoComplete="off" />
      <FileField name="file" label={t('verify.file')} hint={t('verify.fileHint')} />
      <SubmitButton>{t('verify.send')}</SubmitButton>
    </Stack>
  </form>
)

const tones = { unchanged: 'info', texts_erased: 'info', no_longer_matches: 'warning', not_issued: 'warning' } as const

function Result({ verified }: { verified: Verified }) {
  const { result, message, code, asOf, madeAt, seq, hash, format, differences = [] } = verified
  return (
    <>
      <Notice tone={tones[result]}>{message}</Notice>
      {differences.length > 0 && <Differences differences={differences} />}
      {code && asOf && madeAt && (
        <Facts>
          <Fact term={t('verify.facts.code')}>
            <code>{code}</code>
          </Fact>
          {format && <Fact term={t('verify.facts.format')}>{t(`publications.format.${format}`)}</Fact>}
          <Fact term={t('verify.facts.asOf')}>{dateInWords(asOf)}</Fact>
          <Fact term={t('verify.facts.madeAt')}>{momentInWords(new Date(madeAt), config.TIME_ZONE)}</Fact>
          <Fact term={t('verify.facts.event')}>{inFigures(seq ?? 0)}</Fact>
          {hash && (
            <Fact term={t('verify.facts.hash')}>
              <code>{hash}</code>
            </Fact>
          )}
        </Facts>
      )}
    </>
  )
}

const Differences = ({ differences }: { differences: Difference[] }) => (
  <Section title={t('verify.where.title')}>
    <ul>
      {differences.map(({ name, label, was, is }) => (
        <li key={name}>
          {label}
          {was !== undefined && is !== undefined && `: ${t('verify.where.values', { was, is })}`}
        </li>
      ))}
    </ul>
  </Section>
)
