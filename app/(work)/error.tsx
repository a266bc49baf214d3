'use client'

import { type ErrorPageProps, RouteErrorPage } from '@/app/_ui/error-page'

export default function RouteError(props: ErrorPageProps) {
  return <RouteErrorPage {...props} />
}
