'use client'

import { Failure, type FailureProps } from '@/app/_ui/failure'

export default function ErrorPage(props: FailureProps) {
  return <Failure {...props} />
}
