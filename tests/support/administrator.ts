/** The first administrator of the instances that browser tests start. */
export const administrator = { email: 'ada@example.org', password: 'correct horse battery staple' }
