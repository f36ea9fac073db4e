import type { SiteTexts, SiteTheme, ThemeColours } from '@karez/contracts-portal';
import { department, hydrology, information, tarim } from './names.js';

export interface PlannedSite extends SiteTexts {
  readonly code: string;
  readonly org: string;
  readonly parent?: string;
  readonly theme: SiteTheme;
}
const onWhite = { page: '#ffffff', text: '#16252c', muted: '#4d5b62', onPrimary: '#ffffff', onAccent: '#ffffff', line: '#6d7a80' } as const;
const style = (colours: Omit<ThemeColours, keyof typeof onWhite>, layout: Omit<SiteTheme, 'colours'>): SiteTheme => ({
  ...{ colours: { ...onWhite, ...colours }, ...layout },
});

/** Telephone numbers, filing numbers and identification codes are zeros on purpose. */
export const sites: readonly PlannedSite[] = [
  {
    ...{ code: 'slt', org: department, name: department },
    ...{
      nameEn: 'Department of Water Resources of Xinjiang Uygur Autonomous Region',
      nameUg: 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق سۇ ئىشلىرى نازارىتى',
    },
    ...{ description: '坎儿井政务服务平台：水利政务公开、办事服务和互动交流', domain: 'slt.example.gov.cn', idCode: '6500000000' },
    foot: `主办：${department}；地址：乌鲁木齐市示例路1号；电话：0991-0000000`,
    theme: style(
      { surface: '#f4f7f8', link: '#0b5a78', primary: '#0b5a78', accent: '#8a4b12' },
      { header: 'emblem_left', home: 'services_first', list: 'lines', corners: 'soft' },
    ),
  },
  {
    ...{ code: 'swj', org: hydrology, parent: 'slt', name: hydrology },
    ...{ nameEn: 'Hydrology Bureau of Xinjiang Uygur Autonomous Region', nameUg: 'شىنجاڭ ئۇيغۇر ئاپتونوم رايونلۇق ھىدرولوگىيە ئىدارىسى' },
    ...{ description: '水文监测、水情预报和水文资料服务', domain: 'swj.example.gov.cn', idCode: '6500000001' },
    foot: `主办：${hydrology}；地址：乌鲁木齐市示例路2号；电话：0991-0000000`,
    theme: style(
      { surface: '#f1f5fa', link: '#1d4f91', primary: '#173f75', accent: '#0f6b5c' },
      { header: 'emblem_left', home: 'columns_first', list: 'lines', corners: 'square' },
    ),
  },
  {
    ...{ code: 'tlm', org: tarim, parent: 'slt', name: tarim },
    ...{ nameEn: 'Tarim River Basin Administration', nameUg: 'تارىم دەريا ۋادىسى باشقۇرۇش ئىدارىسى' },
    ...{ description: '流域水量统一调度、河道管理和下游生态输水', domain: 'tlm.example.gov.cn', idCode: '6500000002' },
    foot: `主办：${tarim}；地址：库尔勒市示例路3号；电话：0996-0000000`,
    theme: style(
      { surface: '#faf6ee', link: '#7a4a0c', primary: '#6b4410', accent: '#1f6152' },
      { header: 'banner', home: 'headline_first', list: 'summaries', corners: 'soft' },
    ),
  },
  {
    ...{ code: 'xxzx', org: information, parent: 'slt', name: information },
    ...{ nameEn: 'Water Resources Information Centre', nameUg: 'سۇ ئىشلىرى ئۇچۇر مەركىزى' },
    ...{ description: '水利网信建设、数据共享和网络安全', domain: 'xxzx.example.gov.cn', idCode: '6500000003' },
    foot: `主办：${information}；地址：乌鲁木齐市示例路4号；电话：0991-0000000`,
    theme: style(
      { surface: '#f3f5f4', link: '#1c6048', primary: '#1a5540', accent: '#5a3a86' },
      { header: 'emblem_centre', home: 'columns_first', list: 'cards', corners: 'round' },
    ),
  },
];
