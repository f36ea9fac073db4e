import { DomainError } from '@karez/kernel';
import { QueryFailedError } from 'typeorm';
import type { OfficialDocument } from './document.entity.js';

/** The database decides who was first. @throws DomainError `exchange.document.number_taken` */
export async function numberTaken(document: OfficialDocument, save: () => Promise<void>): Promise<void> {
  await save().catch((error: unknown) => {
    const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    if (constraint === 'document_number') throw new DomainError('exchange.document.number_taken', { number: document.number });
    throw error;
  });
}
