import type { RequestActs } from './disclosure-desk.js';
import type { HearingActs } from './hall.js';
import type { LetterActs } from './post.js';

/** The operations that citizens and staff use, asked for when they are needed: the module knows who answers them. */
export abstract class Doors {
  abstract letters(): LetterActs;
  abstract hearings(): HearingActs;
  abstract requests(): RequestActs;
}
