import type { Home } from '../home.ts';
import { findBinary } from '../machine/binaries.ts';
import { install } from '../machine/install.ts';
import type { Progress } from '../progress.ts';

/** Specs measure printed documents with poppler, which knows nothing of how they were made. Installed when missing. @throws Failure */
export async function poppler(home: Home, progress: Progress): Promise<void> {
  if (findBinary('pdftocairo') && findBinary('pdftotext')) return;
  await install({ title: 'poppler', apt: ['poppler-utils'], brew: ['poppler'] }, home, progress);
}
