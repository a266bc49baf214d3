/** The formats of a report that a process of its own writes. */
export const writtenFormats = ['pdf', 'docx'] as const

export type WrittenFormat = (typeof writtenFormats)[number]

export const isWrittenFormat = (name: string): name is WrittenFormat => writtenFormats.some((one) => one === name)
