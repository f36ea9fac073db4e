import type { FaceRole } from './paper.js';

/**
 * Families of the faces that the standard asks for, the office's own first, as their files name themselves in Chinese or in English.
 * Found in the folder of KAREZ_OA_FONTS, a family draws its role; the fonts of the platform stand behind it for what it lacks.
 */
export const officeFamilies: Readonly<Record<FaceRole, readonly string[]>> = {
  fang: [
    ...['仿宋_GB2312', 'FangSong_GB2312', '方正仿宋_GBK', 'FZFangSong-Z02', '方正仿宋简体', 'FZFangSong-Z02S', '仿宋', 'FangSong'],
    ...['华文仿宋', 'STFangsong', '朱雀仿宋', 'Zhuque Fangsong', 'FandolFang R', 'FandolFang'],
  ],
  kai: [
    ...['楷体_GB2312', 'KaiTi_GB2312', '方正楷体_GBK', 'FZKai-Z03', '方正楷体简体', 'FZKai-Z03S', '楷体', 'KaiTi', '华文楷体', 'STKaiti'],
    ...['FandolKai R', 'FandolKai'],
  ],
  hei: ['方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S', '黑体', 'SimHei', '华文黑体', 'STHeiti', 'FandolHei R', 'FandolHei'],
  song: [
    '宋体',
    'SimSun',
    '方正书宋_GBK',
    'FZShuSong-Z01',
    '方正书宋简体',
    'FZShuSong-Z01S',
    '华文宋体',
    'STSong',
    'FandolSong R',
    'FandolSong',
  ],
  title: [
    '方正小标宋_GBK',
    'FZXiaoBiaoSong-B05',
    '方正小标宋简体',
    'FZXiaoBiaoSong-B05S',
    '华文中宋',
    'STZhongsong',
    'FandolSong B',
    'FandolSong',
  ],
  mark: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05', '方正小标宋简体', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong'],
  latin: ['Times New Roman', 'Liberation Serif'],
};
