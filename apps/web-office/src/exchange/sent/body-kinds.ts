/** Kinds of bodies in the order in which the office lists them, and what a group of them is called among recipients. */
const kinds = [
  ['ministry', '水利部'],
  ['department', '水利厅'],
  ['prefecture_bureau', '地州市'],
  ['county_bureau', '县市区'],
  ['basin_body', '流域机构'],
  ['subordinate_unit', '直属单位'],
] as const;

export const groupTitle = (kind: string): string => kinds.find(([each]) => each === kind)?.[1] ?? '其他单位';
export const groupPlace = (kind: string): number => {
  const at = kinds.findIndex(([each]) => each === kind);
  return at < 0 ? kinds.length : at;
};
