import type { DirectoryRow } from '@karez/contracts-identity';

/** One body of the public directory, as identity answers it. */
export type Body = Readonly<DirectoryRow>;

/** A prefecture's or city's bureau with the bureaus of its counties. */
export interface Prefecture {
  readonly bureau: Body;
  readonly counties: readonly Body[];
}

// Offices and units have no customary order for the public, so they stand by pinyin;
// divisions stand in the order of their codes (GB/T 2260), as in every official list.
const pinyin = new Intl.Collator('zh');
export const byPinyin = (a: Body, b: Body): number => pinyin.compare(a.name, b.name);
const byDivision = (a: Body, b: Body): number => (a.divisionCode ?? '').localeCompare(b.divisionCode ?? '') || byPinyin(a, b);

const territorial: readonly Body['kind'][] = ['department', 'prefecture_bureau', 'county_bureau'];

/** The part of the address that names a body: its division code where that is unique, else its id. */
export function addressOf(body: Body): string {
  return territorial.includes(body.kind) && body.divisionCode ? body.divisionCode : body.id;
}

/** 和田地区水利局 → 和田地区: the place a bureau stands for. */
export function placeOf(body: Body): string {
  return body.name.replace(/(水利|水务)(厅|局)$/, '');
}

/** The public directory at one moment, sorted into the groups that the pages show. */
export class Directory {
  readonly department: Body | undefined;
  readonly offices: readonly Body[];
  /** The basin bodies directly below the department; their branches are `childrenOf` them. */
  readonly basins: readonly Body[];
  readonly units: readonly Body[];
  readonly prefectures: readonly Prefecture[];
  /** Bureaus of the cities that the region administers directly: county level, without a prefecture above. */
  readonly directCities: readonly Body[];
  /** Every body but the ministry above, which is not the department's to list. */
  readonly own: readonly Body[];
  private readonly byAddress: ReadonlyMap<string, Body>;
  private readonly byId: ReadonlyMap<string, Body>;

  constructor(
    readonly bodies: readonly Body[],
    /** When this site first received these bodies. */
    readonly changedAt: Date,
  ) {
    const of = (kind: Body['kind']): Body[] => bodies.filter((body) => body.kind === kind);
    this.byAddress = new Map(bodies.map((body) => [addressOf(body), body]));
    this.byId = new Map(bodies.map((body) => [body.id, body]));
    this.department = of('department')[0];
    this.offices = of('office')
      .filter((body) => body.parentId === this.department?.id)
      .sort(byPinyin);
    this.own = bodies.filter(({ kind }) => kind !== 'ministry');
    const basins = of('basin_body').sort(byPinyin);
    this.basins = basins.filter(({ parentId }) => !basins.some(({ id }) => id === parentId));
    this.units = of('subordinate_unit').sort(byPinyin);
    const counties = of('county_bureau').sort(byDivision);
    this.prefectures = of('prefecture_bureau')
      .sort(byDivision)
      .map((bureau) => ({ bureau, counties: counties.filter((county) => county.parentId === bureau.id) }));
    const placed = new Set(this.prefectures.flatMap(({ counties: own }) => own));
    this.directCities = counties.filter((county) => !placed.has(county));
  }

  find(address: string): Body | undefined {
    return this.byAddress.get(address) ?? this.byId.get(address);
  }

  parentOf(body: Body): Body | undefined {
    return body.parentId === undefined ? undefined : this.byId.get(body.parentId);
  }

  /** 新疆维吾尔自治区水文局 → 水文局: the name of a unit among the others of the same department. */
  shortNameOf(body: Body): string {
    const region = this.department ? placeOf(this.department) : '';
    const short = body.kind === 'basin_body' || body.kind === 'subordinate_unit';
    return short && region && body.name.startsWith(region) ? body.name.slice(region.length) : body.name;
  }

  childrenOf(body: Body): readonly Body[] {
    return this.bodies.filter((other) => other.parentId === body.id).sort(byDivision);
  }
}
