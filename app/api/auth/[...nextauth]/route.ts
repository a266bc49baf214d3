import { authHandler } from '@/lib/people/auth'

export { authHandler as GET, authHandler as POST }
