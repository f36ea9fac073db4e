import type { OrgKind, RelationKind } from '@karez/contracts-identity';
import { derivedId } from '@karez/kernel';
import { xinjiang } from '../org/divisions.js';

/** One body of the seed, named by a key of its own; `below` is the key of the body above it in the line. */
export interface SeedBody {
  readonly key: string;
  readonly name: string;
  readonly kind: OrgKind;
  readonly below?: string;
  readonly shortName?: string;
  readonly nameEn?: string;
  readonly divisionCode?: string;
  readonly position: number;
}
export interface SeedRelation {
  readonly kind: RelationKind;
  readonly parent: string;
  readonly child: string;
}

const english: Readonly<Record<string, string>> = {
  '650100': 'Urumqi Water Resources Bureau',
  '650200': 'Karamay Water Resources Bureau',
  '650400': 'Turpan Water Resources Bureau',
  '650500': 'Hami Water Resources Bureau',
  '652300': 'Changji Hui Autonomous Prefecture Water Resources Bureau',
  '652700': 'Bortala Mongol Autonomous Prefecture Water Resources Bureau',
  '652800': 'Bayingolin Mongol Autonomous Prefecture Water Resources Bureau',
  '652900': 'Aksu Prefecture Water Resources Bureau',
  '653000': 'Kizilsu Kyrgyz Autonomous Prefecture Water Resources Bureau',
  '653100': 'Kashgar Prefecture Water Resources Bureau',
  '653200': 'Hotan Prefecture Water Resources Bureau',
  '654000': 'Ili Kazakh Autonomous Prefecture Water Resources Bureau',
  '654200': 'Tacheng Prefecture Water Resources Bureau',
  '654300': 'Altay Prefecture Water Resources Bureau',
};

const offices = [
  ...['办公室', '规划计划处', '政策法规处', '财务处', '人事处', '水资源管理处', '节约用水处', '建设与管理处', '水土保持处', '河湖管理处'],
  ...[
    '农村水利水电处',
    '水旱灾害防御处',
    '运行管理处',
    '移民管理处',
    '监督处',
    '科技与对外合作处',
    '行政审批处',
    '机关党委',
    '离退休干部处',
  ],
];
const subordinateUnits = [
  '水文局',
  '水利水电科学研究院',
  '水利水电规划设计管理局',
  '水利信息中心',
  '灌溉排水发展中心',
  '水土保持监测总站',
  '水利建设质量安全中心',
  '水利宣传教育中心',
];

/** The river basins' bodies, and the bureaus whose land their rivers cross. */
const basins: readonly {
  readonly key: string;
  readonly name: string;
  readonly crosses: readonly string[];
  readonly branches?: readonly string[];
}[] = [
  {
    key: 'tarim',
    name: '塔里木河流域管理局',
    crosses: ['652800', '652900', '653000', '653100', '653200'],
    branches: [
      '塔里木河流域干流管理局',
      '塔里木河流域巴音郭楞管理局',
      '塔里木河流域阿克苏管理局',
      '塔里木河流域喀什管理局',
      '塔里木河流域和田管理局',
    ],
  },
  { key: 'irtysh', name: '额尔齐斯河流域管理局', crosses: ['654300'] },
  { key: 'ili', name: '伊犁河流域管理局', crosses: ['654000'] },
  { key: 'manas', name: '玛纳斯河流域管理处', crosses: ['652324', '654203', '659001'] },
  { key: 'bortala', name: '博尔塔拉河流域管理处', crosses: ['652700'] },
  { key: 'turpan-hami', name: '吐鲁番哈密盆地流域管理处', crosses: ['650400', '650500'] },
];

/** The region's bodies have the same ids in every installation: nodes of the exchange name them to each other. */
export const bodyId = (key: string): string => derivedId(key, '6d2c1f0e-98a4-4c55-9f3b-0b7e5a1d6503');
export const departmentKey = 'department';
export const bureauKey = (divisionCode: string): string => `bureau-${divisionCode}`;
export const officeKey = (name: string): string => `office-${name}`;
export const unitKey = (name: string): string => `unit-${name}`;
const bureauName = (division: string): string => `${division}水利局`;
/** 策勒县水利局 → 策勒水利局 */
const shortOf = (division: string): string => bureauName(division.replace(/(地区|市|县|区)$/, ''));

export function seedBodies(): SeedBody[] {
  const { region, prefectures, direct } = xinjiang();
  const department = `${region.name}水利厅`;
  const bodies: SeedBody[] = [
    { key: 'ministry', name: '水利部', nameEn: 'Ministry of Water Resources', kind: 'ministry', position: 0 },
    {
      ...{
        key: departmentKey,
        name: department,
        shortName: '自治区水利厅',
        kind: 'department',
        below: 'ministry',
        divisionCode: region.code,
        position: 100,
      },
      nameEn: 'Department of Water Resources of Xinjiang Uygur Autonomous Region',
    },
    ...offices.map((name, index): SeedBody => ({
      key: officeKey(name),
      name,
      kind: 'office',
      below: departmentKey,
      position: 1_000 + index,
    })),
    ...subordinateUnits.map((name, index): SeedBody => ({
      key: unitKey(name),
      name: `${region.name}${name}`,
      shortName: name,
      kind: 'subordinate_unit',
      below: departmentKey,
      position: 2_000 + index,
    })),
  ];
  for (const [index, { key, name, branches = [] }] of basins.entries()) {
    bodies.push({
      key: `basin-${key}`,
      name: `${region.name}${name}`,
      shortName: name,
      kind: 'basin_body',
      below: departmentKey,
      position: 3_000 + index * 20,
    });
    branches.forEach((branch, number) =>
      bodies.push({
        key: `basin-${key}-${number}`,
        name: branch,
        kind: 'basin_body',
        below: `basin-${key}`,
        position: 3_001 + index * 20 + number,
      }),
    );
  }
  const bureau = (division: { code: string; name: string }, kind: OrgKind, below: string): SeedBody => ({
    ...{
      key: bureauKey(division.code),
      name: bureauName(division.name),
      shortName: shortOf(division.name),
      kind,
      below,
      divisionCode: division.code,
    },
    ...{ position: Number(division.code), ...(english[division.code] ? { nameEn: english[division.code]! } : {}) },
  });
  for (const prefecture of prefectures) {
    bodies.push(bureau(prefecture, 'prefecture_bureau', departmentKey));
    bodies.push(...prefecture.counties.map((county) => bureau(county, 'county_bureau', bureauKey(prefecture.code))));
  }
  bodies.push(...direct.map((city) => bureau(city, 'county_bureau', departmentKey)));
  return bodies;
}

/** Guidance (业务指导) runs along the bureaus; a basin body stands above the bureaus that its river crosses. */
export function seedRelations(bodies: readonly SeedBody[]): SeedRelation[] {
  const guided = bodies.filter(({ kind }) => kind === 'department' || kind === 'prefecture_bureau' || kind === 'county_bureau');
  const crossing = basins.flatMap(({ key, crosses }) =>
    crosses.map((code): SeedRelation => ({ kind: 'basin', parent: `basin-${key}`, child: bureauKey(code) })),
  );
  return [...guided.map(({ key, below }): SeedRelation => ({ kind: 'guidance', parent: below!, child: key })), ...crossing];
}
