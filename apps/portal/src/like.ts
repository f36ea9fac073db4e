/** A part of a text for `ilike`, with the user's own wildcards taken as letters. */
export const likeOf = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
