import type { ThemeConfig } from 'antd';
import { palette } from './tokens.js';

/** Family list of the whole workspace; documents bring their own. */
export const fontFamily = '"HarmonyOS Sans SC","PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",system-ui,sans-serif';

/**
 * Ant Design 6 theme of the staff workspace. Use with `<ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>`:
 * 签收 must not become 签 收.
 */
export const theme: ThemeConfig = {
  hashed: false, // one antd on the page
  token: {
    colorPrimary: palette.water,
    colorLink: palette.water,
    colorLinkHover: palette.waterDeep,
    colorInfo: palette.water,
    colorSuccess: palette.green,
    colorWarning: palette.amber,
    colorError: palette.plum, // refusals and invalid fields; red stays free for overdue
    colorText: palette.ink,
    colorTextSecondary: palette.ink2,
    colorTextTertiary: palette.ink3,
    colorTextDescription: palette.ink3,
    colorTextPlaceholder: palette.ink3,
    colorTextDisabled: palette.ink3, // a disabled act keeps readable words; its reason stands beside it
    colorBorder: palette.sand300,
    colorBorderSecondary: palette.sand200,
    colorSplit: palette.sand200,
    colorBgLayout: palette.sand25,
    colorFillAlter: palette.sand50,
    colorBgTextHover: palette.sand100,
    colorBgMask: 'rgba(31,42,44,.22)', // a dialog quiets the page, it does not hide it
    controlItemBgHover: palette.sand50,
    controlItemBgActive: palette.waterTint,
    controlItemBgActiveHover: palette.waterTint,
    fontFamily,
    fontSize: 14,
    lineHeight: 1.6,
    fontSizeSM: 13,
    fontSizeHeading3: 20,
    fontSizeHeading4: 16,
    fontSizeHeading5: 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    borderRadiusSM: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    controlHeightLG: 40,
    boxShadow: 'none',
    boxShadowTertiary: 'none',
    boxShadowSecondary: '0 6px 20px rgba(31,42,44,.14), 0 0 0 1px rgba(31,42,44,.06)', // popovers and menus only
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    wireframe: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500, paddingInlineSM: 10 },
    Segmented: { trackBg: palette.sand100, itemSelectedBg: palette.white, itemSelectedColor: palette.water, itemColor: palette.ink2 },
    Tabs: { itemColor: palette.ink2, horizontalItemPadding: '8px 0', horizontalItemGutter: 24, titleFontSize: 14 },
    Popover: { titleMinWidth: 160 },
    Tag: { defaultBg: palette.sand50, defaultColor: palette.ink2 },
    Input: { activeShadow: '0 0 0 3px rgba(15,92,104,.16)' },
    Form: { itemMarginBottom: 16, labelColor: palette.ink, verticalLabelPadding: '0 0 4px' },
    Badge: { colorError: palette.water }, // counts are not alarms
  },
};
