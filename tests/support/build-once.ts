import { build } from '@/lib/cli/build'

/** Builds once, before instances that start side by side would each build. */
export default () => build(new AbortController().signal)
