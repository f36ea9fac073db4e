import { department } from './names.js';

/** Who acts for a body in the demonstration: the same invented people who can sign in there, and for the rest a name made of water and stone. */
const known: Readonly<Record<string, string>> = {
  [department]: '文若溪',
  ...{ 策勒县水利局: '泉映月', 于田县水利局: '溪知秋', 和田地区水利局: '渠长青', 哈密市水利局: '瓜洲晴', 喀什地区水利局: '绿洲夏' },
  ...{ 阿克苏地区水利局: '白水清', 塔城地区水利局: '风过塔', 阿勒泰地区水利局: '银松岭', 吐鲁番市水利局: '葡井凉' },
};
const others = ['林听泉', '苏映波', '马渡川', '叶清和', '江晓棠', '白汀若', '沙明水', '石润生', '柳溪平', '云起岸'];

export const clerkOf = (body: string): string =>
  known[body] ?? others[[...body].reduce((sum, each) => sum + each.codePointAt(0)!, 0) % others.length]!;
