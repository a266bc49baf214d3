import { instanceId } from './queries'

/** What an event is about: the instance. Everybody signed in may read it. */
export const about = { subjectId: instanceId, recommendationId: null, audience: 'internal' } as const
