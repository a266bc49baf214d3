import type { Verb } from './verb'

/** `npm run manage -- seed` */
export const seed: Verb = {
  says: 'adds the first document where it is missing; changes nothing that people changed',
  async run() {
    const { seed } = await import('@/prisma/seed/seed')
    await seed()
    return 'The first document is in place.'
  },
}
