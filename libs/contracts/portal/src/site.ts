import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** 站点: open to the public, or closed (a site that was merged into another). */
export const siteFlow = defineFlow('open', { open: ['closed'], closed: ['open'] });
export type SiteState = StateOf<typeof siteFlow>;
export const siteStates = Object.keys(siteFlow.moves) as SiteState[];

export const headerLayouts = ['emblem_left', 'emblem_centre', 'banner'] as const;
export const homeLayouts = ['headline_first', 'columns_first', 'services_first'] as const;
export const listLayouts = ['lines', 'summaries', 'cards'] as const;
export type HeaderLayout = (typeof headerLayouts)[number];
export type HomeLayout = (typeof homeLayouts)[number];
export type ListLayout = (typeof listLayouts)[number];

const colour = /^#[0-9a-f]{6}$/;
/** Colours of a site, `#rrggbb` in small letters. */
export class ThemeColours {
  /** Page behind everything. */
  @Matches(colour) page!: string;
  /** Panels, cards. */
  @Matches(colour) surface!: string;
  /** Text on page and surface. */
  @Matches(colour) text!: string;
  /** Dates, sources, captions. */
  @Matches(colour) muted!: string;
  @Matches(colour) link!: string;
  /** Header, navigation, buttons. */
  @Matches(colour) primary!: string;
  @Matches(colour) onPrimary!: string;
  @Matches(colour) accent!: string;
  @Matches(colour) onAccent!: string;
  /** Lines around fields and panels. */
  @Matches(colour) line!: string;
}
/** 站点风格: tokens and chosen layouts, never a free template. */
export class SiteTheme {
  @ValidateNested() @Type(() => ThemeColours) colours!: ThemeColours;
  @IsIn(headerLayouts) header!: HeaderLayout;
  @IsIn(homeLayouts) home!: HomeLayout;
  @IsIn(listLayouts) list!: ListLayout;
  @IsIn(['square', 'soft', 'round']) corners!: 'square' | 'soft' | 'round';
}
export type ColourName = keyof ThemeColours;
export interface ContrastRule {
  readonly front: ColourName;
  readonly back: ColourName;
  /** Least ratio by WCAG 2.2: 4.5 for text (1.4.3), 3 for what marks a field (1.4.11). */
  readonly least: 4.5 | 3;
}
/** Every pair of colours that can meet on a page. */
export const contrastRules: readonly ContrastRule[] = [
  ...(['text', 'muted', 'link', 'primary'] as const).flatMap((front) =>
    (['page', 'surface'] as const).map((back) => ({ front, back, least: 4.5 }) as const),
  ),
  { front: 'onPrimary', back: 'primary', least: 4.5 },
  { front: 'onAccent', back: 'accent', least: 4.5 },
  { front: 'line', back: 'page', least: 3 },
  { front: 'line', back: 'surface', least: 3 },
];
export class ContrastOfPair {
  @IsString() front!: ColourName;
  @IsString() back!: ColourName;
  @IsNumber() ratio!: number;
  @IsNumber() least!: number;
  @IsBoolean() enough!: boolean;
}
export class ThemeChecked {
  @IsBoolean() readable!: boolean;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ContrastOfPair) pairs!: ContrastOfPair[];
}

export class SiteTexts {
  @IsString() @Length(2, 60) name!: string;
  @IsOptional() @IsString() @MaxLength(120) nameEn?: string;
  @IsOptional() @IsString() @MaxLength(120) nameUg?: string;
  @IsOptional() @IsString() @MaxLength(200) description?: string;
  /** SiteDomain of the required page tags: `slt.example.gov.cn`. */
  @Matches(/^[a-z0-9][a-z0-9.-]{2,120}$/) domain!: string;
  /** SiteIDCode 网站标识码. */
  @Matches(/^\d{10}$/) idCode!: string;
  /** 办公地址、联系电话 and the like, shown at the foot of each page as plain text. */
  @IsOptional() @IsString() @MaxLength(400) foot?: string;
}
export class CreateSite extends SiteTexts {
  /** Part of every address of the site: `sww`. */
  @Matches(/^[a-z][a-z0-9-]{1,30}$/) code!: string;
  /** The body that keeps it. */
  @IsUUID() orgId!: string;
  /** The site of the department is the one without a site above. */
  @IsOptional() @IsUUID() parentId?: string;
  @ValidateNested() @Type(() => SiteTheme) theme!: SiteTheme;
}
export class UpdateSite extends SiteTexts {
  @IsUUID() siteId!: string;
  @Type(() => Number) @IsInt() @Min(1) version!: number;
}
export class PutTheme extends SiteTheme {
  @IsUUID() siteId!: string;
  @IsInt() @Min(1) version!: number;
}
export class SiteOf {
  @IsUUID() siteId!: string;
}
export class SetSiteState extends SiteOf {
  @IsIn(siteStates) state!: SiteState;
  @IsString() @Length(1, 300) reason!: string;
}
export class SiteRow {
  @IsUUID() id!: string;
  @IsString() code!: string;
  @IsString() name!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsOptional() @IsUUID() parentId?: string;
  @IsIn(siteStates) state!: SiteState;
  @IsInt() liveArticles!: number;
  @IsInt() version!: number;
}
export class SiteView extends SiteTexts {
  @IsUUID() id!: string;
  @IsString() code!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsOptional() @IsUUID() parentId?: string;
  @IsIn(siteStates) state!: SiteState;
  @ValidateNested() @Type(() => SiteTheme) theme!: SiteTheme;
  @IsInt() version!: number;
}
export class ListSites extends ListRequest {
  @IsOptional() @IsIn(siteStates) state?: SiteState;
}
const v = { version: 1 } as const;
const write = { ...v, needs: 'portal.site.write' } as const;
export const siteApi = defineApi('portal', {
  listSites: query({
    ...{ ...v, http: 'GET /portal/sites', needs: 'portal.article.read' },
    ...{ request: ListSites, response: pageOf(SiteRow), summary: '站点' },
  }),
  getSite: query({
    ...{ ...v, http: 'GET /portal/sites/:siteId', needs: 'portal.article.read' },
    ...{ request: SiteOf, response: SiteView, summary: '站点设置' },
  }),
  createSite: command({
    ...{ ...write, http: 'POST /portal/sites', status: 201 },
    ...{ request: CreateSite, response: SiteView, summary: '新建站点' },
  }),
  updateSite: command({
    ...{ ...write, http: 'PUT /portal/sites/:siteId' },
    ...{ request: UpdateSite, response: SiteView, summary: '修改站点设置' },
  }),
  setSiteState: command({
    ...{ ...write, http: 'PUT /portal/sites/:siteId/state' },
    ...{ request: SetSiteState, response: SiteView, summary: '关闭、重开站点' },
  }),
  checkTheme: query({
    ...{ ...write, http: 'POST /portal/themes/check' },
    ...{ request: SiteTheme, response: ThemeChecked, summary: '检查配色对比度' },
  }),
  putTheme: command({
    ...{ ...write, http: 'PUT /portal/sites/:siteId/theme' },
    ...{ request: PutTheme, response: SiteView, summary: '保存站点风格' },
  }),
});
