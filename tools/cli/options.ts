import { Failure } from './failure.ts';
import { Home } from './home.ts';
import type { StartOptions } from './platform/start.ts';

/** Reads the flags of a command. @throws Failure naming a flag that it does not know */
export function flagsOf(args: readonly string[], known: readonly string[]): Set<string> {
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown) throw new Failure(`unknown option ${unknown}. Options: ${known.join(' ') || 'none'}`);
  return new Set(args);
}

export function startOptions(flags: ReadonlySet<string>, environment: NodeJS.ProcessEnv = process.env): StartOptions {
  return {
    home: new Home(environment.KAREZ_HOME),
    port: portFrom(environment.KAREZ_PORT),
    demonstration: !flags.has('--no-demo'),
    throwAway: flags.has('--throw-away'),
  };
}

export function portFrom(text = '3000', name = 'KAREZ_PORT'): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Failure(`${name} must be a port number, not "${text}": ${name}=3000 npm start`);
  return port;
}
