import { pageTitle } from '@/app/_actions/page-title'
import { requireUser } from '@/app/_actions/require-user'
import { Breadcrumb } from '@/app/_ui/breadcrumb'
import { Page, PageHead } from '@/app/_ui/layout'
import { ForbiddenPage } from '@/app/(work)/_components/forbidden-page'
import { mayEditInstance } from '@/lib/instance/policy'
import { findInstance } from '@/lib/instance/queries'
import { t } from '@/lib/platform/i18n'
import { Configuration } from './configuration'
import { InstanceForm } from './instance-form'
import { RemoveLogo } from './remove-logo'

export const generateMetadata = pageTitle('settings.instance.title')

export default async function InstancePage({ searchParams }: PageProps<'/settings/instance'>) {
  const actor = await requireUser()
  const { done } = await searchParams
  if (!mayEditInstance(actor)) return <ForbiddenPage />

  const instance = await findInstance()
  const above = { label: t('settings.title'), href: '/settings' }
  const here = { label: t('settings.instance.title') }
  return (
    <Page>
      <PageHead
        title={t('settings.instance.title')}
        above={<Breadcrumb label={t('settings.instance.path')} items={[above, here]} />}
      >
        <p>{t('settings.instance.pageAbout')}</p>
      </PageHead>
      <InstanceForm instance={instance} done={done} />
      {instance.logo && <RemoveLogo instance={instance} />}
      <Configuration />
    </Page>
  )
}
