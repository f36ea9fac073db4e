import type { Schema } from '../../src/openapi/schemas.js';
import type { ContractShape } from './contract-shape.js';

/** Whether a schema is what callers send or what they get: the same change breaks one and not the other. */
type Direction = 'sent' | 'given';

/** Everything in `now` on which somebody who knows `before` would stumble, in words. Additions that nobody has to know are none. */
export function breaksBetween(before: ContractShape, now: ContractShape): string[] {
  const found: string[] = [];
  for (const [name, old] of Object.entries(before.operations)) {
    const current = now.operations[name];
    if (!current) {
      found.push(`operation ${name} is gone`);
      continue;
    }
    for (const part of ['subject', 'http', 'needs', 'stepUp', 'status'] as const) {
      if (old[part] !== current[part]) found.push(`${name}: ${part} was ${old[part]}, is ${current[part]}`);
    }
    found.push(...new Comparison(before, now, 'sent').of(old.request, current.request, `${name} request`));
    found.push(...new Comparison(before, now, 'given').of(old.response, current.response, `${name} answer`));
  }
  found.push(...lost(before.events, now.events, 'event'), ...lost(before.errors, now.errors, 'error'));
  found.push(
    ...before.permissions
      .filter((permission) => !now.permissions.includes(permission))
      .map((permission) => `permission ${permission} is gone`),
  );
  for (const [path, { methods, needs }] of Object.entries(before.upstreams)) {
    const current = now.upstreams[path];
    if (!current || methods.some((method) => !current.methods.includes(method)))
      found.push(`${path} does not take all of ${methods.join(' ')} any more`);
    else if (current.needs !== needs) found.push(`${path}: needs was ${needs}, is ${current.needs}`);
  }
  return found;
}

function lost(before: Readonly<Record<string, string | number>>, now: Readonly<Record<string, string | number>>, what: string): string[] {
  return Object.entries(before).flatMap(([key, value]) =>
    now[key] === value ? [] : [`${what} ${key}: was ${value}, is ${now[key] ?? 'gone'}`],
  );
}

/** Bounds of what may be sent: true when the new one takes less. */
const tighter: Readonly<Record<string, (old: number, now: number) => boolean>> = {
  minLength: (old, now) => now > old,
  maxLength: (old, now) => now < old,
  minimum: (old, now) => now > old,
  maximum: (old, now) => now < old,
  minItems: (old, now) => now > old,
  maxItems: (old, now) => now < old,
};
const none: Readonly<Record<string, number>> = {
  minLength: 0,
  maxLength: Infinity,
  minimum: -Infinity,
  maximum: Infinity,
  minItems: 0,
  maxItems: Infinity,
};

class Comparison {
  readonly #compared = new Set<string>();

  constructor(
    private readonly before: ContractShape,
    private readonly now: ContractShape,
    private readonly direction: Direction,
  ) {}

  of(old: Schema, now: Schema, at: string): string[] {
    if (old.$ref !== undefined || now.$ref !== undefined) return this.#references(old, now, at);
    const changed = (['type', 'format', 'pattern'] as const).filter(
      (word) => old[word] !== now[word] && (this.direction === 'sent' || word !== 'pattern'),
    );
    return [
      ...changed.map((word) => `${at}: ${word} was ${String(old[word])}, is ${String(now[word])}`),
      ...this.#values(old, now, at),
      ...(this.direction === 'sent' ? bounds(old, now, at) : []),
      ...this.#properties(old, now, at),
      ...(old.items && now.items ? this.of(old.items as Schema, now.items as Schema, `${at}[]`) : []),
    ];
  }

  #references(old: Schema, now: Schema, at: string): string[] {
    if (old.$ref === undefined || now.$ref === undefined)
      return [`${at}: was ${old.$ref ? 'an object' : String(old.type)}, is ${now.$ref ? 'an object' : String(now.type)}`];
    const [oldName, newName] = [old.$ref, now.$ref].map((pointer) => (pointer as string).split('/').at(-1)!) as [string, string];
    // a class may be renamed: its fields are what counts
    if (this.#compared.has(`${oldName} ${newName}`)) return [];
    this.#compared.add(`${oldName} ${newName}`);
    return this.of(this.before.schemas[oldName]!, this.now.schemas[newName]!, at);
  }

  #properties(old: Schema, now: Schema, at: string): string[] {
    const was = { properties: old.properties ?? {}, required: old.required ?? [] };
    const is = { properties: now.properties ?? {}, required: now.required ?? [] };
    return [
      ...Object.keys(was.properties).flatMap((name) => {
        const current = is.properties[name];
        return current ? this.of(was.properties[name]!, current, `${at}.${name}`) : [`${at}.${name} is gone`];
      }),
      ...(this.direction === 'sent'
        ? is.required.filter((name) => !was.required.includes(name)).map((name) => `${at}.${name} has to be sent now`)
        : was.required
            .filter((name) => name in is.properties && !is.required.includes(name))
            .map((name) => `${at}.${name} may be missing now`)),
    ];
  }

  #values(old: Schema, now: Schema, at: string): string[] {
    const [was, is] = [old.enum, now.enum] as [unknown[] | undefined, unknown[] | undefined];
    if (this.direction === 'given') return [];
    if (!was) return is ? [`${at} takes only ${is.join(', ')} now`] : [];
    return is ? was.filter((value) => !is.includes(value)).map((value) => `${at} does not take ${String(value)} any more`) : [];
  }
}

function bounds(old: Schema, now: Schema, at: string): string[] {
  return Object.entries(tighter).flatMap(([word, isTighter]) => {
    const [was, is] = [old[word], now[word]].map((value) => (value as number | undefined) ?? none[word]!) as [number, number];
    return isTighter(was, is) ? [`${at}: ${word} was ${was}, is ${is}`] : [];
  });
}
