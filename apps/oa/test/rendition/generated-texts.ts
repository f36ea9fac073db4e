// Documents drawn by chance, each from its seed: what a failing one looked like can be printed again. The bench reads this file as it
// is, so it imports types only.
import type { Attendance, Block, DocumentBody, Inline, Layout, OfficialText, TableRow } from '@karez/contracts-oa';

export interface Generated {
  readonly seed: number;
  readonly text: OfficialText;
  /** As `RenditionOptions.seals`, without pictures. */
  readonly sealed: boolean;
}

const bodies = [
  ...['水利厅', '财政厅', '发展和改革委员会', '生态环境厅', '农业农村厅', '自然资源厅', '应急管理厅', '气象局', '公安厅', '交通运输厅'],
].map((name) => `新疆维吾尔自治区${name}`);
const places = ['塔里木河流域', '叶尔羌河灌区', '开都河', '阿克苏地区', '昌吉州', '吐鲁番市', '和田地区', '额尔齐斯河'];
const acts = ['进一步加强', '做好', '切实规范', '全面推进', '组织开展', '下达', '调整', '报送'];
const things = [
  '水量调度',
  '水利工程建设质量监督管理',
  '取水许可',
  '农村供水保障',
  '水土保持监测',
  '河湖岸线管护',
  '冰凌监测预报',
  '山洪灾害防御',
];
const ends = ['工作', '工作方案', '有关事项', '年度计划', '专项检查情况', '维修养护资金'];
const clauses = [
  ...[
    '各地要按照批复的计划执行',
    '落实断面控制指标',
    '实行日报制',
    '重要情况随时报告',
    '对未按计划引水的要核实原因',
    '由所在县（市）负责整改',
  ],
  ...[
    '12月5日前完成检修',
    '投入资金3250.6万元',
    '联系电话0991-0000000',
    '执行《水量调度管理办法》的规定',
    '做到“一河一策”',
    '李喆、王堃、张犇、赵翀负责督导',
  ],
  ...['严格执行二十四小时值班和领导带班制度', '不得擅自变更用途', '加强冰凌观测和预报预警', '形成长效机制', '纳入年度考核'],
];
const names = ['高远山', '沈听澜', '周砚秋', '芮明溪', '李喆', '王堃', '欧阳明月', '顾清渠', '渠小满', '林深', '田守望', '水长流'];
const annexNames = [
  '水量调度表',
  '检查要点',
  '水库安全责任人名单以及各级各类巡查责任人和技术责任人联系方式公示的填报要求和说明',
  '资金分配方案',
];
const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Numbers as they come from a seed: mulberry32. */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
  of<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }
  happens(percent: number): boolean {
    return this.below(100) < percent;
  }
  some<T>(all: readonly T[], least: number, most: number): T[] {
    const rest = [...all];
    return Array.from({ length: least + this.below(most - least + 1) }, () => rest.splice(this.below(rest.length), 1)[0]!);
  }
}

const layouts: readonly Layout[] = ['general', 'general', 'letter', 'order', 'minutes'];
const genres = { general: 'circular', letter: 'letter', order: 'order', minutes: 'minutes' } as const;

/** @param layout the form; drawn like the rest unless given */
export function generatedText(seed: number, layout?: Layout): Generated {
  const chance = new Chance(seed);
  const form = layout ?? chance.of(layouts);
  const joint = form === 'general' && chance.happens(40);
  const upward = form === 'general' && chance.happens(30);
  const issuers = chance
    .some(bodies, joint ? 2 : 1, joint ? 10 : 1)
    .map((name) => ({ orgId: '0192f0c4-0000-7000-8000-000000000001', name, signer: chance.of(names) }));
  const thing = `${chance.of(places)}${chance.of(things)}${chance.of(ends)}`;
  const title = `${chance.happens(40) && !joint ? issuers[0]!.name : ''}关于${chance.of(acts)}${thing}的${{ general: upward ? '请示' : '通知', letter: '函', order: '令', minutes: '会议' }[form]}`;
  const text: OfficialText = {
    ...{ genre: genres[form], layout: form, disclosure: 'active', upward, issuers, title, body: body(chance, form) },
    urgency: chance.of(['none', 'none', 'urgent', 'extra_urgent']),
    number: { code: chance.of(['新水办', '新水规', '新水函', '新水财']), year: 2020 + chance.below(10), serial: 1 + chance.below(1_200) },
    addressees: form === 'order' || form === 'minutes' ? [] : addressees(chance),
    annexes: chance.happens(40) ? chance.some(annexNames, 1, 4) : [],
    copies: chance.happens(70) ? chance.some(bodies, 1, 8).map((name) => ({ name })) : [],
    ...(chance.happens(90) && { printedBy: `${issuers[0]!.name}办公室`, printedOn: day(chance) }),
    formedOn: day(chance),
    ...(chance.happens(30) && form !== 'order' && form !== 'minutes' && { note: `联系人：${chance.of(names)}，电话：0991-0000000` }),
    ...(form === 'minutes' && { attendance: attendance(chance) }),
  };
  return { seed, text, sealed: chance.happens(75) };
}

const day = (chance: Chance): string => `20${20 + chance.below(10)}-${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`;
const two = (value: number): string => String(value).padStart(2, '0');

function addressees(chance: Chance): { name: string }[] {
  const few = [{ name: '各地、州、市水利（水务）局' }, { name: '各流域管理机构' }, { name: '厅机关各处室' }, { name: '厅直属各单位' }];
  if (chance.happens(6)) return Array.from({ length: 30 }, (_, index) => ({ name: `${chance.of(places)}第${index + 1}水管站` }));
  return few.slice(0, 1 + chance.below(4));
}

const attendance = (chance: Chance): Attendance[] => [
  { kind: 'present', names: chance.some(names, 3, 12).join('、') } as const,
  ...(chance.happens(50) ? [{ kind: 'excused', names: chance.of(names) } as const] : []),
  ...(chance.happens(70)
    ? [{ kind: 'observing', names: '办公室、规划计划处、财务审计处、水旱灾害防御处、水资源管理处主要负责同志' } as const]
    : []),
];

const sentence = (chance: Chance): string => `${Array.from({ length: 1 + chance.below(5) }, () => chance.of(clauses)).join('，')}。`;
const paragraph = (chance: Chance): Block => ({
  type: 'paragraph',
  content: Array.from({ length: 1 + chance.below(4) }, (): Inline => ({
    ...{ type: 'text', text: sentence(chance) },
    ...(chance.happens(5) && { marks: [{ type: chance.of(['bold', 'italic'] as const) }] }),
  })),
});
const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ type: 'heading', attrs: { level }, content: [{ type: 'text', text }] });

function body(chance: Chance, form: Layout): DocumentBody {
  const blocks: Block[] = [paragraph(chance)];
  const parts = form === 'order' ? chance.below(2) : chance.below(6);
  for (let part = 0; part < parts; part++) {
    blocks.push(heading(1, `${numbers[part]}、${chance.of(acts)}${chance.of(things)}`), paragraph(chance));
    if (chance.happens(40)) blocks.push(heading(2, `（一）明确${chance.of(things)}责任`), paragraph(chance));
    if (chance.happens(30)) blocks.push(heading(3, `1.${chance.of(clauses)}`), heading(4, '（1）逐级落实'), paragraph(chance));
    if (chance.happens(8)) blocks.push(table(chance));
  }
  return { type: 'doc', content: [...blocks, paragraph(chance)] };
}

function table(chance: Chance): Block {
  const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell') =>
    ({ type, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as const;
  const row = (...content: TableRow['content']): TableRow => ({ type: 'tableRow', content });
  const heads = row(cell('断面', 'tableHeader'), cell('河流', 'tableHeader'), cell('计划（万立方米）', 'tableHeader'));
  const rows = Array.from({ length: 2 + chance.below(40) }, (_, index) =>
    row(cell(`第${index + 1}断面`), cell(chance.of(places)), cell(String(chance.below(9_000)))),
  );
  return { type: 'table', attrs: { caption: `${chance.of(places)}计划表` }, content: [heads, ...rows] };
}
