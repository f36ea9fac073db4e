/** Reads what the launcher hands to integration specs. @throws Error that says how to run them */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: integration specs need servers, run them with: npm run test:int -- <path>`);
  return value;
}
