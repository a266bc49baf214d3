const speech =
  /^["“«„][^"”“»]{15,}["”“»],?\s+(?:[\p{L}\p{M}.'’-]+\s+){0,8}?(?:said|says|told|tells|explained|added|stated|argued|insisted|commented|noted|observed|complained)(?![\p{L}\p{M}])/u

/** Returns whether a sentence gives the words of a person: “Replace the filters; clean the tanks,” said the director. */
export const isSpeech = (text: string) => speech.test(text)
