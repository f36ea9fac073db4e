import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** JSON lines. ERROR wakes someone, WARN heals itself; no document text, no personal data, no secret in any line. */
export const openLog = (service: string, level: string, destination?: DestinationStream): Log =>
  pino(
    { base: { service }, level, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    destination as DestinationStream,
  );

/** Nest's own messages, at debug unless they warn. */
export function nestLog(log: Log): LoggerService {
  const at =
    (level: 'debug' | 'warn' | 'error') =>
    (message: unknown, ...rest: unknown[]): void =>
      log[level]({ from: rest.at(-1) }, String(message));
  return { log: at('debug'), verbose: at('debug'), debug: at('debug'), warn: at('warn'), error: at('error'), fatal: at('error') };
}
