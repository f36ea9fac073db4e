import ts from 'typescript';
import { Failure } from '../cli/failure.ts';

/**
 * Changes of a TypeScript file at places that the compiler finds, not a pattern. Each function takes the text and gives the new one;
 * layout is Prettier's business afterwards.
 */
const parsed = (text: string): ts.SourceFile => ts.createSourceFile('edited.ts', text, ts.ScriptTarget.Latest, true);
const inserted = (text: string, at: number, more: string): string => text.slice(0, at) + more + text.slice(at);

export interface Imported {
  readonly name: string;
  /** Read as a type only, so that it costs nothing at run time. */
  readonly type?: boolean;
}

/** Adds names to the import from a module, or the import itself after the imports that sort before it. */
export function addImport(text: string, from: string, ...names: Imported[]): string {
  return names.reduce((changed, name) => importOne(changed, from, name), text);
}

function importOne(text: string, from: string, { name, type = false }: Imported): string {
  const imports = parsed(text).statements.filter(ts.isImportDeclaration);
  const moduleOf = (declaration: ts.ImportDeclaration): string => (declaration.moduleSpecifier as ts.StringLiteral).text;
  const named = (declaration: ts.ImportDeclaration): ts.NamedImports | undefined => {
    const bindings = declaration.importClause?.namedBindings;
    return bindings && ts.isNamedImports(bindings) ? bindings : undefined;
  };
  const same = imports.filter((declaration) => moduleOf(declaration) === from && named(declaration));
  const known = same.flatMap((declaration) => [...(named(declaration)?.elements ?? [])]).find((element) => element.name.text === name);
  if (known) return type || !isTypeOnly(known) ? text : asValue(text, known);
  const typed = (declaration: ts.ImportDeclaration): boolean => declaration.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const open = same.find((declaration) => !typed(declaration) || type);
  if (!open) return importLine(text, imports, from, `import ${type ? 'type ' : ''}{ ${name} } from '${from}';\n`);
  const elements = [...(named(open)?.elements ?? [])];
  const written = type && !typed(open) ? `type ${name}` : name;
  const after = elements.findLast((element) => element.name.text.toLowerCase() < name.toLowerCase());
  if (after) return inserted(text, after.getEnd(), `, ${written}`);
  const first = elements[0];
  return first ? inserted(text, first.getStart(), `${written}, `) : text;
}

const isTypeOnly = (element: ts.ImportSpecifier): boolean =>
  element.isTypeOnly || element.parent.parent.phaseModifier === ts.SyntaxKind.TypeKeyword;

/** A name that was imported as a type becomes a value. */
function asValue(text: string, element: ts.ImportSpecifier): string {
  if (element.isTypeOnly) return text.slice(0, element.getStart()) + element.name.text + text.slice(element.getEnd());
  const clause = element.parent.parent;
  const all = element.parent.elements.map(({ name }) => (name.text === element.name.text ? name.text : `type ${name.text}`)).join(', ');
  return `${text.slice(0, clause.getStart())}{ ${all} }${text.slice(clause.getEnd())}`;
}

function importLine(text: string, imports: readonly ts.ImportDeclaration[], from: string, line: string): string {
  const key = (module: string): string =>
    module.startsWith('.') ? `2${module}` : module.startsWith('@karez') ? `1${module}` : `0${module}`;
  const moduleOf = (declaration: ts.ImportDeclaration): string => (declaration.moduleSpecifier as ts.StringLiteral).text;
  const before = imports.findLast((declaration) => key(moduleOf(declaration)) < key(from));
  const first = imports[0];
  if (before) return inserted(text, before.getEnd(), `\n${line.trimEnd()}`);
  return first ? inserted(text, first.getStart(), line) : line + text;
}

/** Adds a property at the end of the object literal that a variable holds, also inside one call: `const stationApi = defineApi('x', { … })`. */
export function addProperty(text: string, variable: string, property: string): string {
  const object = literalOf(text, variable, ts.isObjectLiteralExpression);
  return appended(text, object.properties, object.getEnd(), property);
}

/** Adds an element to the array literal that a variable holds: behind the last one that `after` fits, else at the end. */
export function addElement(text: string, variable: string, element: string, after?: (element: string) => boolean): string {
  const { elements, ...array } = literalOf(text, variable, ts.isArrayLiteralExpression);
  const last = after && elements.findLast((each) => after(each.getText()));
  return last ? inserted(text, last.getEnd(), `, ${element}`) : appended(text, elements, array.end, element);
}

function literalOf<N extends ts.Node>(text: string, variable: string, is: (node: ts.Node) => node is N): N {
  const declaration = declarationsIn(text).find(({ name }) => ts.isIdentifier(name) && name.text === variable);
  const literal = declaration?.initializer && firstBelow(declaration.initializer, is);
  if (!literal) throw new Failure(`there is no ${variable} to add to`);
  return literal;
}

const declarationsIn = (text: string): ts.VariableDeclaration[] =>
  parsed(text)
    .statements.filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);

/** Breadth first: the outermost literal, not one inside another. */
function firstBelow<N extends ts.Node>(start: ts.Node, is: (node: ts.Node) => node is N): N | undefined {
  const queue: ts.Node[] = [start];
  for (const node of queue) {
    if (is(node)) return node;
    ts.forEachChild(node, (child) => void queue.push(child));
  }
  return undefined;
}

function appended(text: string, list: ts.NodeArray<ts.Node>, end: number, more: string): string {
  const last = list.at(-1);
  return last ? inserted(text, last.getEnd(), `,\n${more}`) : inserted(text, end - 1, more);
}

/** Puts statements before the one that declares a variable, behind what stands there already. */
export function addBefore(text: string, variable: string, statements: string): string {
  const { statements: all } = parsed(text);
  const at = all.findIndex(
    (each) =>
      ts.isVariableStatement(each) && each.declarationList.declarations.some(({ name }) => ts.isIdentifier(name) && name.text === variable),
  );
  const before = all[at - 1];
  if (at < 0) throw new Failure(`there is no ${variable} to add before`);
  return before ? inserted(text, before.getEnd(), `\n${statements}`) : `${statements}\n${text}`;
}

/** Adds a method at the end of a class. */
export function addMethod(text: string, className: string, method: string): string {
  return inserted(text, classOf(text, className).getEnd() - 1, `\n${method}\n`);
}

/** Adds `private readonly <parameter>` to the constructor, which is made when there is none. */
export function addDependency(text: string, className: string, parameter: string): string {
  const declaration = classOf(text, className);
  const constructor = declaration.members.find(ts.isConstructorDeclaration);
  const written = `private readonly ${parameter}`;
  if (constructor) {
    const last = constructor.parameters.at(-1);
    if (last) return inserted(text, last.getEnd(), `, ${written}`);
    return inserted(text, text.indexOf('(', constructor.getStart()) + 1, written);
  }
  const first = declaration.members[0];
  const at = first ? first.getFullStart() : declaration.getEnd() - 1;
  return inserted(text, at, `\n  constructor(${written}) {}\n`);
}

/** How many things the constructor of a class is given. */
export const dependenciesOf = (text: string, className: string): number =>
  classOf(text, className).members.find(ts.isConstructorDeclaration)?.parameters.length ?? 0;

/** Where a controller names the operations it handles, `Handlers<typeof api, 'a' | 'b'>`, adds one; where it handles all, there is nothing to add. */
export function addHandled(text: string, className: string, operation: string): string {
  const types = classOf(text, className).heritageClauses?.flatMap((clause) => [...clause.types]) ?? [];
  const handlers = types.find((type) => type.expression.getText() === 'Handlers');
  const named = handlers?.typeArguments?.[1];
  return named ? inserted(text, named.getEnd(), ` | '${operation}'`) : text;
}

function classOf(text: string, className: string): ts.ClassDeclaration {
  const found = parsed(text)
    .statements.filter(ts.isClassDeclaration)
    .find(({ name }) => name?.text === className);
  if (!found) throw new Failure(`there is no class ${className}`);
  return found;
}

/** Adds a class to the `providers` of the one Nest module of a file. */
export function addProvider(text: string, provider: string): string {
  const providers = firstBelow(
    parsed(text),
    (node): node is ts.PropertyAssignment => ts.isPropertyAssignment(node) && node.name.getText() === 'providers',
  );
  if (!providers || !ts.isArrayLiteralExpression(providers.initializer)) throw new Failure('there is no list of providers to add to');
  return appended(text, providers.initializer.elements, providers.initializer.getEnd(), provider);
}

/** The classes of a file with the source of what each says of itself. */
export function classesIn(text: string): { readonly name: string; readonly source: string; readonly members: readonly string[] }[] {
  return parsed(text)
    .statements.filter(ts.isClassDeclaration)
    .map((each) => ({
      name: each.name?.text ?? '',
      source: each.getText(),
      members: each.members.flatMap((member) => (member.name ? [member.name.getText()] : [])),
    }));
}

/** The types of the parameters of an exported function; nothing when there is no such function. */
export function parametersOf(text: string, functionName: string): readonly string[] | undefined {
  const file = parsed(text);
  const written = file.statements.filter(ts.isFunctionDeclaration).find(({ name }) => name?.text === functionName);
  const arrow = declarationsIn(text).find(({ name }) => name.getText() === functionName)?.initializer;
  const found = written ?? (arrow && ts.isArrowFunction(arrow) ? arrow : undefined);
  return found?.parameters.map(({ type }) => type?.getText() ?? '');
}

/** The table of operations that a controller says it handles: `orgApi` in `implements Handlers<typeof orgApi>`. */
export function handledTable(text: string, className: string): string | undefined {
  return /\bHandlers<\s*typeof\s+(\w+)/.exec(classOf(text, className).getText())?.[1];
}
