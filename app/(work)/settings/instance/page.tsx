import type { Metadata } from 'next'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { signedIn } from '@/app/signed-in'
import { mayEditInstance } from '@/lib/instance/policy'
import { findInstance } from '@/lib/instance/queries'
import { words } from '@/lib/platform/i18n'
import { Forbidden } from '../../forbidden-page'
import { InstanceForm } from './instance-form'
import { RemoveLogo } from './remove-logo'
import { SetUp } from './set-up'

export const metadata: Metadata = { title: words('settings.instance.title') }

export default async function InstancePage({ searchParams }: PageProps<'/settings/instance'>) {
  const actor = await signedIn()
  const { done } = await searchParams
  if (!mayEditInstance(actor)) return <Forbidden />

  const instance = await findInstance()
  const above = { label: words('settings.title'), href: '/settings' }
  const here = { label: words('settings.instance.title') }
  return (
    <Page>
      <PageHead
        title={words('settings.instance.title')}
        above={<Breadcrumb label={words('settings.instance.path')} items={[above, here]} />}
      >
        <p>{words('settings.instance.pageAbout')}</p>
      </PageHead>
      <InstanceForm instance={instance} done={done} />
      {instance.logo && <RemoveLogo instance={instance} />}
      <SetUp />
    </Page>
  )
}
