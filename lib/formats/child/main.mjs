import { register } from 'tsx/esm/api'

// Only our own code needs a translation. The packages that are loaded after it would take seconds and 300 MB more.
const unregister = register()
const { answer } = await import('./answer.ts')
await unregister()
answer(process.argv[2] ?? '')
