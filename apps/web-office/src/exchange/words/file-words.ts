import type { DocumentFileView, LayoutSignature } from '@karez/contracts-exchange';
import type { StateLook } from '@karez/web-ui';
import { palette } from '@karez/web-ui/tokens';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** 86 KB, 1.2 MB, 1.84 GB: whole numbers up to KB, then as many digits as tell files apart. */
export function sizeWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** power;
  return `${power < 2 ? Math.round(amount) : Number(amount.toFixed(power === 2 ? 1 : 2))} ${units[power]}`;
}

const scan: Readonly<Record<string, StateLook>> = {
  receiving: { label: '接收中', glyph: 'half', color: palette.water },
  quarantined: { label: '待查毒', glyph: 'ring', color: palette.slate },
  clean: { label: '查毒通过', glyph: 'full', color: palette.green },
  not_scanned: { label: '未查毒', glyph: 'diamond', color: palette.amber },
  infected: { label: '已隔离', glyph: 'barred', color: palette.plum },
  refused: { label: '不予接收', glyph: 'barred', color: palette.plum },
  discarded: { label: '已删除', glyph: 'barred', color: palette.slate },
};

/** Result of the virus scan of one file. */
export const scanLook = ({ state }: Pick<DocumentFileView, 'state'>): StateLook =>
  scan[state] ?? { label: '状态未知', glyph: 'ring', color: palette.slate };

/** One sentence over all files: 全部查毒通过, or how many did not. */
export function scanSummary(files: readonly Pick<DocumentFileView, 'state'>[]): string {
  const clean = files.filter(({ state }) => state === 'clean').length;
  if (clean === files.length) return '全部查毒通过';
  const others = [...new Set(files.filter(({ state }) => state !== 'clean').map(({ state }) => state))];
  return others.map((state) => `${files.filter((file) => file.state === state).length} 个${scanLook({ state }).label}`).join('，');
}

const verdicts: Readonly<Record<LayoutSignature['verdict'], StateLook>> = {
  valid: { label: '有效', glyph: 'full', color: palette.green },
  invalid: { label: '无效', glyph: 'barred', color: palette.plum },
  unverifiable: { label: '无法核验', glyph: 'diamond', color: palette.amber },
};

const sealReasons: Readonly<Record<string, string>> = {
  signature_broken: '签章数据缺失或格式有误',
  signature_content_changed: '盖章后内容已被改动',
  signature_description_changed: '签章的描述文件已被改动',
  signature_wrong: '签名值与签章者证书不符',
  signature_covers_part: '签章没有覆盖全部内容',
  signature_names_only: '签名只保护文件清单，不保护内容',
  signature_digest_weak: '摘要算法已不安全',
  signature_algorithm_unsupported: '不支持所用的签名算法',
  signature_format_unknown: '不认识签名的格式',
  certificate_missing: '没有附签名者证书',
  certificate_period: '签章时证书不在有效期内',
  certificate_use: '签章者证书不是签名证书',
  certificate_untrusted: '签章者证书不在信任范围内',
  seal_wrong: '印章本身的制章签名不正确',
  seal_period: '签章时印章不在有效期内',
  seal_maker_period: '签章时制章者证书不在有效期内',
  seal_of_another: '签章者不在该印章的使用者名单中',
};

/** A signature inside a layout file: verdict as a look, and why when it does not stand. */
export function signatureLook({ verdict, reason }: Pick<LayoutSignature, 'verdict' | 'reason'>): StateLook & { readonly why?: string } {
  const look = verdicts[verdict];
  if (!reason) return look;
  const name = reason.replace(/^exchange\.layout\./, '');
  return { ...look, why: sealReasons[name] ?? `原因代码 ${reason}` };
}
