import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure, reasonOf } from '../failure.ts';
import type { Home } from '../home.ts';
import { findBinary } from '../machine/binaries.ts';
import { install } from '../machine/install.ts';
import type { Progress } from '../progress.ts';

const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
/** Pages in Chinese and Uyghur are measured and photographed: without these fonts they are rows of empty boxes. */
const fonts = ['fonts-noto-cjk', 'fonts-noto-core', 'fonts-ukij-uyghur'];

/** Path of a Chromium, installed when missing, together with the fonts of the portal's languages. @throws Failure */
export async function browser(home: Home, progress: Progress): Promise<string> {
  const find = (): string | undefined =>
    findBinary('chromium', 'chromium-browser', 'google-chrome') ?? (existsSync(macChrome) ? macChrome : undefined);
  if (!find())
    await install({ title: 'Chromium', apt: ['chromium', ...missingFonts()], otherwise: 'install Google Chrome' }, home, progress);
  const program = find();
  if (!program) throw new Failure('Chromium was installed but is not found on PATH');
  if (missingFonts().length > 0) {
    await install({ title: 'fonts', apt: missingFonts() }, home, progress).catch((error: unknown) => progress.say(`  ${reasonOf(error)}`));
  }
  return program;
}

function missingFonts(): string[] {
  if (!findBinary('dpkg-query')) return [];
  return fonts.filter(
    (font) => !spawnSync('dpkg-query', ['-W', '-f', '${Status}', font], { encoding: 'utf8' }).stdout.includes('ok installed'),
  );
}
