import { existsSync, readFileSync } from 'node:fs';
import type { Home } from '../home.ts';
import { table } from './table.ts';

export interface DemonstrationAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

export const accountsFile = 'demo-accounts.json';
const shownAccounts = 12;

/** The addresses at which a person or a program finds the platform. */
export function addressesAt(publicUrl: string): Record<string, string> {
  return {
    'Public site': `${publicUrl}/`,
    'Staff office': `${publicUrl}/office`,
    'API reference': `${publicUrl}/api/docs`,
    OpenAPI: `${publicUrl}/api/openapi.json`,
    Health: `${publicUrl}/api/health`,
  };
}

/** What the reader sees when the platform is up: where it is, who can sign in, how to stop it. */
export function report(home: Home, addresses: Readonly<Record<string, string>>, headline: string): string {
  const blocks = [headline];
  if (Object.keys(addresses).length > 0) blocks.push(table(Object.entries(addresses)));
  const accounts = demonstrationAccounts(home);
  if (accounts.length > 0) {
    const rows = accounts
      .slice(0, shownAccounts)
      .map(({ account, password, name, organisation, roles }) => [account, password, name, organisation, roles.join(', ')]);
    const more = accounts.length > shownAccounts ? `\n  … ${accounts.length - shownAccounts} more in ${home.file(accountsFile)}` : '';
    blocks.push(`${table([['Account', 'Password', 'Name', 'Organisation', 'Roles'], ...rows], true)}${more}`);
  }
  return `\n${blocks.join('\n\n')}\n`;
}

function demonstrationAccounts(home: Home): DemonstrationAccount[] {
  const path = home.file(accountsFile);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DemonstrationAccount[]) : [];
}
