const inFours = (hex: string): string => hex.match(/.{1,4}/g)?.join(' ') ?? '';

/** Sixteen groups of four, as they are read out by telephone; screen readers get the same groups. */
export const Fingerprint = ({ hex }: { hex: string }) => <span className="kz-mono exchange-fingerprint">{inFours(hex)}</span>;
