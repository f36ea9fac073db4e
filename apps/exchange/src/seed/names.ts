export const department = '新疆维吾尔自治区水利厅';
export const tarim = '新疆维吾尔自治区塔里木河流域管理局';
export const hydrology = '新疆维吾尔自治区水文局';
