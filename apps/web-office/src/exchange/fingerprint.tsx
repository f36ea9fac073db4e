import { inFours } from './peers/node-card.js';

/** Sixteen groups of four, as they are read out by telephone; screen readers get the same groups. */
export const Fingerprint = ({ hex }: { hex: string }) => <span className="kz-mono exchange-fingerprint">{inFours(hex)}</span>;
