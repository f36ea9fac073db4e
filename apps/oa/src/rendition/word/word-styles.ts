import { AlignmentType, type IParagraphStyleOptions, type IRunStylePropertiesOptions, type IStylesOptions, LineRuleType } from 'docx';
import { cells, rowHeight, size2, size3, size4 } from './word-measures.js';

const face = (eastAsia: string): NonNullable<IRunStylePropertiesOptions['font']> => ({
  ...{ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia },
});
/** The fonts as offices have them installed under their names. */
export const fonts = {
  ...{ fang: face('仿宋_GB2312'), kai: face('楷体_GB2312'), hei: face('黑体'), song: face('宋体'), title: face('方正小标宋简体') },
};

/** A quarter of a point, so that 156 mm hold 28 characters of 16 pt. */
const closer = -5;
/** In characters for Word, in twips for those that know no other. */
const twoCells = { firstLineChars: 200, firstLine: cells(2) };
const exactly = (line: number): { line: number; lineRule: (typeof LineRuleType)['EXACT'] } => ({ line, lineRule: LineRuleType.EXACT });
const style = (id: string, name: string, more: Partial<IParagraphStyleOptions>): IParagraphStyleOptions => ({
  ...{ id, name, basedOn: 'Normal', next: 'GongwenBody', quickFormat: true },
  ...more,
});
const heading = (level: number, font: (typeof fonts)[keyof typeof fonts]): IParagraphStyleOptions =>
  style(`Heading${level}`, `heading ${level}`, {
    run: { font, size: size3, characterSpacing: closer },
    paragraph: { indent: twoCells, keepNext: true, outlineLevel: level - 1, spacing: exactly(rowHeight) },
  });

/** Styles named as the office looks for them in the list of WPS and Word. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: fonts.fang, size: size3, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(rowHeight) },
    },
  },
  paragraphStyles: [
    style('GongwenBody', '公文正文', {
      run: { characterSpacing: closer },
      paragraph: { indent: twoCells, alignment: AlignmentType.BOTH, spacing: exactly(rowHeight) },
    }),
    style('GongwenPlain', '公文顶格', {
      run: { characterSpacing: closer },
      paragraph: { alignment: AlignmentType.BOTH, spacing: exactly(rowHeight) },
    }),
    style('GongwenTitle', '公文标题', {
      run: { font: fonts.title, size: size2 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: exactly(712) },
    }),
    style('GongwenImprint', '公文版记', { run: { size: size4 }, paragraph: { spacing: exactly(440) } }),
    style('GongwenTable', '公文表格', { run: { size: 24 }, paragraph: { spacing: exactly(360) } }),
    ...[heading(1, fonts.hei), heading(2, fonts.kai), heading(3, fonts.fang), heading(4, fonts.fang)],
  ],
};
