import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { anybodyYet } from '@/lib/people/queries'
import { words } from '@/lib/platform/i18n'
import { SetupForm } from './setup-form'

export const metadata: Metadata = { title: words('setup.title') }

type Props = { searchParams: Promise<{ code?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  if (await anybodyYet()) redirect('/')

  const { code } = await searchParams
  return (
    <main id="main">
      <h1>{words('setup.title')}</h1>
      {typeof code === 'string' ? (
        <>
          <p>{words('setup.about')}</p>
          <SetupForm
            code={code}
            words={{
              name: words('people.name'),
              email: words('people.email'),
              password: words('people.password'),
              passwordHint: words('people.passwordHint'),
              send: words('setup.send'),
            }}
          />
        </>
      ) : (
        <p>{words('setup.codeMissing')}</p>
      )}
    </main>
  )
}
