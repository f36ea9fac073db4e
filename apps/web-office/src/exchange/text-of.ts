/** A value of a form as text; what is none is empty, and the server says what it misses. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
