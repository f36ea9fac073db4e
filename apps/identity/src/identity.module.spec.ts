import { identityApi } from '@karez/contracts-identity';
import type { AnyOperation } from '@karez/contracts-kernel';
import { handledOperations } from '@karez/messaging';
import { IdentityModule } from './identity.module.js';

it('handles every operation of the contract; dead letters are the platform’s', () => {
  expect(IdentityModule).toBeDefined();
  const operations = Object.values(identityApi as Record<string, AnyOperation>).map(({ subject }) => subject);
  const own = operations.filter((subject) => !subject.includes('DeadLetter'));
  expect(own.filter((subject) => !handledOperations.has(subject))).toEqual([]);
});
