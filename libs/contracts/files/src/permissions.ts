import { definePermissions } from '@karez/contracts-kernel';

export const filesPermissions = definePermissions({
  'files.file.read': { zh: '查看文件登记（不含内容）', en: 'See the register of files, not their content' },
  'files.dead_letter.read': { zh: '查看待人工处理的消息', en: 'See dead letters' },
  'files.dead_letter.replay': { zh: '重放待人工处理的消息', en: 'Replay dead letters' },
});
