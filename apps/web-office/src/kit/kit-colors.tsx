import { contrast, palette, portalPalette } from '@karez/web-ui';
import { KitBox } from './kit-box.js';

interface Shade {
  readonly name: string;
  readonly color: string;
  /** Text that is read on this colour, instead of this colour on white. */
  readonly carries?: { readonly words: string; readonly color: string };
  readonly bare?: boolean;
}

const office: readonly Shade[] = [
  { name: '水，主色', color: palette.water },
  { name: '深水，按下', color: palette.waterDeep },
  { name: '水浅，选中', color: palette.waterTint, carries: { words: '水字', color: palette.water } },
  { name: '墨，正文', color: palette.ink },
  { name: '墨二，次要', color: palette.ink2 },
  { name: '墨三，说明', color: palette.ink3 },
  { name: '沙，导航', color: palette.sand50, bare: true },
  { name: '沙，分隔', color: palette.sand200, bare: true },
  { name: '官红，逾期', color: palette.red },
  { name: '琥珀，将到期', color: palette.amber },
  { name: '绿，已成', color: palette.green },
  { name: '绛，拒绝', color: palette.plum },
];
const portal: readonly Shade[] = [
  { name: '水，主色', color: portalPalette.water700 },
  { name: '深水，按下', color: portalPalette.water800 },
  { name: '水底，页脚', color: portalPalette.water950 },
  { name: '水浅，板块', color: portalPalette.water50, carries: { words: '水字', color: portalPalette.water700 } },
  { name: '墨，正文', color: portalPalette.ink900 },
  { name: '墨二，次要', color: portalPalette.ink600 },
  { name: '沙，板块', color: portalPalette.sand100, bare: true },
  { name: '沙，分隔', color: portalPalette.sand200, bare: true },
  { name: '杏，焦点', color: portalPalette.apricot, carries: { words: '墨字', color: portalPalette.ink900 } },
  { name: '官红，头线', color: portalPalette.officialRed },
  { name: '绿，已成', color: portalPalette.ok },
  { name: '赭，有误', color: portalPalette.danger },
];

export const KitColors = () => (
  <>
    <KitBox title="颜色，工作台" rule="数字是白底（或注明）上的对比度" wide={6}>
      <Shades shades={office} />
    </KitBox>
    <KitBox title="颜色，门户" rule="同一套水、沙、墨，另一种深浅" wide={6}>
      <Shades shades={portal} />
    </KitBox>
  </>
);

const Shades = ({ shades }: { shades: readonly Shade[] }) => (
  <ul className="kit-shades">
    {shades.map(({ name, color, carries, bare }) => (
      <li key={name}>
        <div className={bare ? 'kit-shade kit-bare' : 'kit-shade'} style={{ background: color, color: carries?.color ?? '#FFFFFF' }}>
          {carries ? `${carries.words} ${contrast(carries.color, color).toFixed(2)}` : !bare && contrast(color, '#FFFFFF').toFixed(2)}
        </div>
        <div className="kit-shade-name">{name}</div>
        <div className="kz-mono kit-shade-code">{color}</div>
      </li>
    ))}
  </ul>
);
