import { rmSync, writeFileSync } from 'node:fs';
import type { SeededAccount } from './seed/planting.js';
import { seedDatabase } from './seed/seed-database.js';

/** The passwords go to the file KAREZ_DEMO_ACCOUNTS, or to standard output, and nowhere else. */
function handOver(accounts: readonly SeededAccount[]): void {
  const text = `${JSON.stringify(accounts, null, 2)}\n`;
  const file = process.env.KAREZ_DEMO_ACCOUNTS;
  if (!file) return console.log(text);
  rmSync(file, { force: true });
  writeFileSync(file, text, { mode: 0o600 });
}

const made = await seedDatabase({ databaseUrl: process.env.KAREZ_DATABASE_URL ?? '', base: process.argv.includes('--base'), handOver });
console.log(made ? `seeded ${made} accounts` : 'identity holds bodies already; nothing to seed');
