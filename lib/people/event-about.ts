/** Whom an event is about; everybody signed in may hear of it. */
export const eventAbout = (subjectId: string) => ({ subjectId, recommendationId: null, audience: 'internal' }) as const
