import { defineContract } from '@karez/contracts-kernel';
import { filesApi } from './api.js';
import { filesErrors } from './errors.js';
import { filesEvents } from './events.js';
import { filesPermissions } from './permissions.js';

export * from './api.js';
export * from './errors.js';
export * from './events.js';
export * from './file.js';
export * from './flow.js';
export * from './permissions.js';

export const filesContract = defineContract({
  service: 'files',
  title: '文件服务',
  api: filesApi,
  errors: filesErrors,
  permissions: filesPermissions,
  events: filesEvents,
  upstreams: [
    {
      path: '/files/uploads',
      methods: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'],
      needs: 'signed-in',
      summary: '断点续传上传（tus 1.0）',
    },
    // the signed link is the permission: whoever may read the thing was given it by the thing's own service
    { path: '/files/content', methods: ['GET', 'HEAD'], needs: 'anyone', summary: '凭签名链接下载' },
    { path: '/files/previews', methods: ['GET', 'HEAD'], needs: 'anyone', summary: '凭签名链接预览' },
  ],
});
