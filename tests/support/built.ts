import { build } from '@/lib/cli/build'

/** Once, before instances that start side by side would each want to. */
export default () => build(new AbortController().signal)
