import { sealPicture } from './seal.js';
import { wordsOf } from './words.js';
import { attachmentLines, markSize, paperDate, paragraphsOf } from './paper-text.js';

describe('the text on paper', () => {
  it('is one paragraph a line, without blank lines', () => {
    expect(paragraphsOf(' 一段\r\n\n二段 ').map(({ text }) => text)).toEqual(['一段', '二段']);
  });

  it.each([
    ['一、总体要求', 'first'],
    ['十二、其他', 'first'],
    ['（一）工作目标', 'second'],
    ['1．压实责任', 'plain'],
    [`一、${'长'.repeat(50)}`, 'plain'],
    ['为保障供水安全，现请示如下。', 'plain'],
  ])('sets %s as %s', (text, level) => {
    expect(paragraphsOf(text)[0]?.level).toBe(level);
  });

  it('writes the date without leading zeros', () => {
    expect(paperDate('2026-01-03')).toBe('2026年1月3日');
    expect(paperDate('unknown')).toBe('unknown');
  });

  it('numbers several attachments and leaves a single one alone', () => {
    expect(attachmentLines(['计划表'])).toEqual(['计划表']);
    expect(attachmentLines(['计划表', '名单'])).toEqual(['1．计划表', '2．名单']);
  });

  it('keeps the mark of the issuer inside the type area', () => {
    expect(markSize('水利局文件')).toBe(13.4);
    expect(markSize('新疆维吾尔自治区水利厅文件') * 13 * 1.02).toBeLessThanOrEqual(156);
  });

  it('breaks a title between words and leaves closing marks where they are', () => {
    const words = wordsOf('关于做好冬季输水（含冰凌）工作的通知');
    expect(words.join('')).toBe('关于做好冬季输水（含冰凌）工作的通知');
    expect(words).toContain('工作');
    expect(words.some((word) => word.startsWith('）'))).toBe(false);
  });

  it('draws no name into a seal that could become markup', () => {
    expect(sealPicture('<水&利>')).toContain('&#60;水&#38;利&#62;');
  });
});
