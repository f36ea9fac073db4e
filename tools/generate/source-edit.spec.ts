import {
  addBefore,
  addDependency,
  addElement,
  addHandled,
  addImport,
  addMethod,
  addProperty,
  addProvider,
  handledTable,
  parametersOf,
} from './source-edit.ts';

const controller = `import { Handles, type Handlers } from '@karez/messaging';
import type { Ctx } from '@karez/kernel';
import { Lists } from './lists.js';

/** Wells. */
export class WellController implements Handlers<typeof wellApi, 'getWell'> {
  constructor(private readonly lists: Lists) {}
}
`;

describe('an import', () => {
  it('takes a name in its order, as a type where the statement holds values', () => {
    expect(addImport(controller, '@karez/messaging', { name: 'Bus', type: true })).toContain('import { type Bus, Handles, type Handlers }');
    expect(addImport(controller, '@karez/kernel', { name: 'Actor', type: true })).toContain('import type { Actor, Ctx }');
  });

  it('becomes a value where a value is needed', () => {
    expect(addImport(controller, '@karez/messaging', { name: 'Handlers' })).toContain('import { Handles, Handlers }');
    expect(addImport(controller, '@karez/kernel', { name: 'Ctx' })).toContain('import { Ctx } from');
  });

  it('is not doubled', () => {
    expect(addImport(controller, '@karez/kernel', { name: 'Ctx', type: true })).toBe(controller);
  });

  it('is made behind those that stand before it', () => {
    const changed = addImport(controller, './commands/dig-well.handler.js', { name: 'DigWellHandler' });
    expect(changed.indexOf("'./commands/dig-well.handler.js'")).toBeLessThan(changed.indexOf("'./lists.js'"));
    expect(changed.indexOf("'./commands/dig-well.handler.js'")).toBeGreaterThan(changed.indexOf("'@karez/kernel'"));
  });
});

describe('a class', () => {
  it('takes a dependency, with a constructor or without', () => {
    expect(addDependency(controller, 'WellController', 'dig: Dig')).toContain(
      '(private readonly lists: Lists, private readonly dig: Dig) {}',
    );
    expect(addDependency('class Dry {}', 'Dry', 'dig: Dig')).toMatch(/class Dry \{\s*constructor\(private readonly dig: Dig\) \{\}\s*\}/);
  });

  it('takes a method, and says that it handles the operation', () => {
    expect(addMethod(controller, 'WellController', 'digWell() {}')).toMatch(/\{\}\s*digWell\(\) \{\}\s*\}\s*$/);
    expect(addHandled(controller, 'WellController', 'digWell')).toContain(`Handlers<typeof wellApi, 'getWell' | 'digWell'>`);
    const whole = controller.replace(`, 'getWell'`, '');
    expect(addHandled(whole, 'WellController', 'digWell')).toBe(whole);
    expect(handledTable(controller, 'WellController')).toBe('wellApi');
  });

  it('that is not there is named', () => {
    expect(() => addMethod(controller, 'DryController', '')).toThrow('there is no class DryController');
  });
});

describe('a table', () => {
  const table = `/** Rows. */\nexport const wellApi = defineApi('wells', {\n  getWell: query({ http: 'GET /x' }),\n});\nconst all = [a, { b: [c] }];\n`;

  it('takes a row behind its last one', () => {
    expect(addProperty(table, 'wellApi', 'digWell: command({})')).toMatch(
      /query\(\{ http: 'GET \/x' \}\),\s*digWell: command\(\{\}\),?\s*\}\);/,
    );
    expect(addProperty('const none = define({});', 'none', 'a: 1')).toBe('const none = define({a: 1});');
    expect(() => addProperty(table, 'missing', 'a: 1')).toThrow('there is no missing to add to');
  });

  it('takes an element at the end, or behind the last one that fits', () => {
    expect(addElement(table, 'all', 'd')).toContain('[a, { b: [c] },\nd]');
    expect(addElement(table, 'all', 'd', (element) => element === 'a')).toContain('[a, d, { b: [c] }]');
  });

  it('stands below the classes that are put before it', () => {
    expect(addBefore(`import x from 'y';\n\nconst table = 1;\n`, 'table', 'class Row {}')).toBe(
      `import x from 'y';\nclass Row {}\n\nconst table = 1;\n`,
    );
  });
});

it('a module takes a provider', () => {
  expect(addProvider('@Module({ controllers: [C], providers: [...a, B] })\nclass M {}', 'D')).toContain('providers: [...a, B,\nD]');
  expect(() => addProvider('@Module({})\nclass M {}', 'D')).toThrow('there is no list of providers');
});

it('the parameters of a function are read whether it is an arrow or not', () => {
  expect(parametersOf('export function view(a: Facts, reader: Actor): View {}', 'view')).toEqual(['Facts', 'Actor']);
  expect(parametersOf('export const view = (a: Facts) => a;', 'view')).toEqual(['Facts']);
  expect(parametersOf('', 'view')).toBeUndefined();
});
