import { command, defineApi, defineContract, type Contract } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contracts } from '../../src/contracts.js';
import { breaksBetween } from './contract-breaks.js';
import { type ContractShape, shapeOf } from './contract-shape.js';

const goldenOf = (service: string): URL => new URL(`../../../../libs/contracts/${service}/contract.golden.json`, import.meta.url);
/** `1` writes down what was added; `breaking` also what breaks, which is a decision (a new version beside the old one is the rule). */
const update = process.env.KAREZ_UPDATE_GOLDEN;
const how = 'npm run test:unit -- contract-golden';

describe('the contract of', () => {
  it.each(contracts.map((contract) => [contract.service, contract] as const))(
    '%s breaks no promise that was made',
    async (service, contract) => {
      const file = goldenOf(service);
      const now = shapeOf(contract);
      if (!existsSync(file) && !update)
        throw new Error(`libs/contracts/${service}/contract.golden.json is missing: KAREZ_UPDATE_GOLDEN=1 ${how}`);
      const breaks = existsSync(file) ? breaksBetween(JSON.parse(readFileSync(file, 'utf8')) as ContractShape, now) : [];
      if (breaks.length && update !== 'breaking') {
        throw new Error(
          `Others rely on what was there before; a break is v2 beside v1. If nobody can know it yet: KAREZ_UPDATE_GOLDEN=breaking ${how}\n${breaks.join('\n')}`,
        );
      }
      if (update) await write(file, now);
    },
  );
});

async function write(file: URL, shape: ContractShape): Promise<void> {
  const { format, resolveConfig } = await import('prettier');
  writeFileSync(file, await format(JSON.stringify(shape), { ...(await resolveConfig(file)), filepath: file.pathname }));
}

describe('a change', () => {
  class Part {
    @IsString() name!: string;
  }
  class Sent {
    @IsString() @Length(1, 40) name!: string;
    @IsOptional() @IsIn(['low', 'high']) level?: string;
    @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Part) parts?: Part[];
  }
  class Given {
    @IsString() id!: string;
    @IsOptional() @IsInt() count?: number;
  }
  const spec = { version: 1, http: 'POST /a', needs: 'a.thing.write', summary: '', request: Sent, response: Given } as const;
  const contract = (change: object = {}, more: Partial<Contract> = {}): ContractShape =>
    shapeOf(
      defineContract({
        ...{ service: 'a', title: 'A', events: [], errors: { 'a.taken': { status: 409, zh: '', en: '' } } },
        permissions: { 'a.thing.write': { zh: '', en: '' }, 'a.thing.read': { zh: '', en: '' } },
        api: defineApi('a', { act: command({ ...spec, ...change }) }),
        ...more,
      }),
    );
  const breaks = (change: object, more: Partial<Contract> = {}): string[] => breaksBetween(contract(), contract(change, more));

  class SentMore extends Sent {
    @IsOptional() @IsString() note?: string;
  }
  class GivenMore extends Given {
    @IsString() note!: string;
  }
  class SentWider {
    @IsString() @MaxLength(80) name!: string;
    @IsOptional() @IsIn(['low', 'middle', 'high']) level?: string;
    @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Part) parts?: Part[];
  }
  it.each([
    ['an optional field to send', { request: SentMore }],
    ['a field in the answer', { response: GivenMore }],
    ['wider bounds and more values to send', { request: SentWider }],
    ['other words and another deadline', { summary: '别的说法', deadlineMs: 9_000 }],
  ])('that adds is none to stumble on: %s', (_, change) => {
    expect(breaks(change)).toEqual([]);
  });
  it('that adds is none to stumble on: an operation, an error, a permission', () => {
    const api = defineApi('a', { act: command(spec), other: command({ ...spec, http: 'POST /b' }) });
    expect(breaks({}, { api, errors: { 'a.taken': { status: 409, zh: 'x', en: 'x' }, 'a.new': { status: 422, zh: '', en: '' } } })).toEqual(
      [],
    );
  });

  class SentRequired extends Sent {
    @IsString() note!: string;
  }
  class SentLess {
    @IsString() @Length(1, 40) name!: string;
    @IsOptional() @IsIn(['low', 'high']) level?: string;
  }
  class SentTighter {
    @IsString() @Length(2, 20) name!: string;
    @IsOptional() @IsIn(['low']) level?: string;
    @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => Part) parts?: Part[];
  }
  class SentOther {
    @IsInt() name!: number;
    @IsOptional() @Matches(/^x$/) level?: string;
    @IsOptional() @IsString() parts?: string;
  }
  class OtherPart {
    @IsString() @Length(3, 4) name!: string;
  }
  class SentOtherPart {
    @IsString() @Length(1, 40) name!: string;
    @IsOptional() @IsIn(['low', 'high']) level?: string;
    @IsOptional() @IsArray() @ValidateNested({ each: true }) @Type(() => OtherPart) parts?: OtherPart[];
  }
  class GivenLess {
    @IsOptional() @IsInt() count?: number;
  }
  class GivenLooser {
    @IsOptional() @IsString() id?: string;
    @IsOptional() @IsString() count?: string;
  }
  it.each([
    ['a field that has to be sent', { request: SentRequired }, ['act request.note has to be sent now']],
    ['a field that may not be sent any more', { request: SentLess }, ['act request.parts is gone']],
    [
      'tighter bounds and fewer values',
      { request: SentTighter },
      [
        'act request.name: minLength was 1, is 2',
        'act request.name: maxLength was 40, is 20',
        'act request.level does not take high any more',
      ],
    ],
    [
      'other types',
      { request: SentOther },
      [
        'act request.name: type was string, is integer',
        'act request.level: pattern was undefined, is ^x$',
        'act request.parts: type was array, is string',
      ],
    ],
    [
      'a bound deep inside',
      { request: SentOtherPart },
      ['act request.parts[].name: minLength was 0, is 3', 'act request.parts[].name: maxLength was Infinity, is 4'],
    ],
    ['a field that is not given any more', { response: GivenLess }, ['act answer.id is gone']],
    [
      'a field that may be missing, and another type',
      { response: GivenLooser },
      ['act answer.count: type was integer, is string', 'act answer.id may be missing now'],
    ],
    ['another route', { http: 'POST /c' }, ['act: http was POST /a, is POST /c']],
    ['another version in place of the old one', { version: 2 }, ['act: subject was cmd.a.act.v1, is cmd.a.act.v2']],
    ['another permission', { needs: 'a.thing.read' }, ['act: needs was a.thing.write, is a.thing.read']],
    ['a second factor', { stepUp: true }, ['act: stepUp was false, is true']],
    ['another status', { status: 201 }, ['act: status was 200, is 201']],
  ])('that breaks is named: %s', (_, change, named) => {
    expect(breaks(change)).toEqual(named);
  });
  it('that breaks is named: what is gone', () => {
    expect(breaks({}, { api: defineApi('a', {}), errors: {}, permissions: { 'a.thing.write': { zh: '', en: '' } } })).toEqual([
      'operation act is gone',
      'error a.taken: was 409, is gone',
      'permission a.thing.read is gone',
    ]);
  });
});
