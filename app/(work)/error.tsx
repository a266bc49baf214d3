'use client'

import { ErrorPage, type ErrorPageProps } from '@/app/_ui/error-page'

export default function RouteError(props: ErrorPageProps) {
  return <ErrorPage {...props} />
}
