const region = '新疆维吾尔自治区';
export const department = `${region}水利厅`;
export const hydrology = `${region}水文局`;
export const tarim = `${region}塔里木河流域管理局`;
export const information = `${region}水利信息中心`;
