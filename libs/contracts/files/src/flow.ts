import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/**
 * One uploaded file. Nothing of it can be read before it is `clean`, or `not_scanned` where the installation allows that.
 * `refused`: its type, its name or its digest; `infected`: the scanner named a virus; the bytes of both are gone.
 */
export const fileFlow = defineFlow('receiving', {
  receiving: ['quarantined', 'discarded'],
  quarantined: ['clean', 'not_scanned', 'infected', 'refused', 'discarded'],
  clean: ['discarded'],
  not_scanned: ['clean', 'infected', 'refused', 'discarded'],
  infected: ['discarded'],
  refused: ['discarded'],
  discarded: [],
});
export type FileState = StateOf<typeof fileFlow>;
export const fileStates = Object.keys(fileFlow.moves) as FileState[];
