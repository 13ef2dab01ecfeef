/** Words of the field as data: `one | other | third`. */
export const list = (words: string): string[] => words.split(' | ')
