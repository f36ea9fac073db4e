import { v5, v7, validate } from 'uuid';

/** A new UUIDv7: unique, and sorted by the time it was made. */
export const newId = (): string => v7();
export const isId = (text: string): boolean => validate(text);
/** The same id for the same name everywhere, by RFC 9562 version 5; `namespace` is an id of its own for one kind of names. */
export const derivedId = (name: string, namespace: string): string => v5(name, namespace);
