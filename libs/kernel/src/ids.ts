import { v7, validate } from 'uuid';

/** A new UUIDv7: unique, and sorted by the time it was made. */
export const newId = (): string => v7();
export const isId = (text: string): boolean => validate(text);
