/** Browser and system as the server knows them, with Chinese punctuation: `Chrome，Windows`. */
export const deviceWords = (device: string | undefined): string => device?.replace(/\s*·\s*/g, '，') ?? '未知设备';
