import { redirect } from 'next/navigation'
import { importAddress, importFormAddress } from '@/app/_addresses/import'

/** Leads the addresses at which documents were drafted to the import. A draft is the import with its ID. */
export default async function NewDocumentPage({ searchParams }: PageProps<'/documents/new'>) {
  const { draft } = await searchParams
  redirect(draft === undefined ? importFormAddress() : importAddress(encodeURIComponent(String(draft))))
}
