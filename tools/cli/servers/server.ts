import type { Home } from '../home.ts';
import type { SystemPackages } from '../machine/install.ts';
import { install } from '../machine/install.ts';
import type { ProcessSpec } from '../process/child.ts';
import type { Progress } from '../progress.ts';

/** A server that the platform needs: Karez's own private instance, or one given by its address. */
export interface Server {
  readonly name: string;
  /** Address with the operator's name and password; services get narrower ones. */
  readonly url: string;
  /** How to run it; absent for a server that is somebody else's. */
  readonly process?: ProcessSpec;
}

/** What is needed to prepare a private server. */
export interface Surroundings {
  readonly home: Home;
  readonly progress: Progress;
  readonly port: (name: string) => Promise<number>;
  /** A throw-away instance for tests: may lose data in a power cut, never in a kill. */
  readonly throwAway: boolean;
}

/** What `find` finds, after installing the packages when it finds nothing at first. */
export async function findOrInstall<T>(find: () => T | undefined, packages: SystemPackages, { home, progress }: Surroundings): Promise<T> {
  const there = find();
  if (there !== undefined) return there;
  await install(packages, home, progress);
  const installed = find();
  if (installed === undefined) throw new Error(`${packages.title} was installed but its program is not found`);
  return installed;
}
