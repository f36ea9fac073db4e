import { readFileSync } from 'node:fs';

/** What the program reads from its environment; a wrong or missing variable is told in one sentence. */
export function readSettings(variables = process.env) {
  const url = required(variables, 'KAREZ_URL').replace(/\/$/, '');
  return {
    url,
    // the platform's own public address, where it is reached by another one from here
    audience: `${(variables.KAREZ_PUBLIC_URL ?? url).replace(/\/$/, '')}/api/identity/token`,
    clientId: required(variables, 'BUREAU_CLIENT_ID'),
    keyPem: readFileSync(required(variables, 'BUREAU_KEY_FILE'), 'utf8'),
    box: variables.BUREAU_BOX ?? 'box',
  };
}

export function required(variables, name) {
  const value = variables[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
