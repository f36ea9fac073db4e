import { defineErrors } from '@karez/contracts-kernel';

export const filesErrors = defineErrors({
  'files.upload.name_missing': { status: 400, zh: '上传时没有给出文件名。', en: 'The upload names no file.' },
  'files.upload.length_missing': { status: 400, zh: '上传时须先给出文件大小。', en: 'The upload must say its length first.' },
  'files.upload.empty': { status: 422, zh: '文件是空的（0 字节），请检查后重新选择。', en: 'The file is empty.' },
  'files.upload.too_large': { status: 413, zh: '文件超过大小限制（最大 {max}）。', en: 'The file is larger than {max}.' },
  'files.upload.too_many_open': {
    status: 429,
    zh: '您有 {open} 个文件还没传完，请先传完或取消，再上传新的文件。',
    en: '{open} uploads are still open; finish or cancel them first.',
  },
  'files.upload.quota_reached': {
    status: 409,
    zh: '您上传而未使用的文件已达 {max}，请先删除不用的文件。',
    en: 'Your files that are not in use have reached {max}; delete some first.',
  },
  'files.upload.no_space': {
    status: 503,
    zh: '文件存储空间不足，已通知运维人员，请稍后再试。',
    en: 'The file store is full; try again later.',
  },
  'files.upload.over': { status: 410, zh: '这次上传已结束或已过期，请重新上传。', en: 'This upload is over; start again.' },
  'files.upload.protocol': {
    status: 400,
    zh: '上传请求不符合断点续传协议：{reason}。',
    en: 'The request does not follow the tus protocol: {reason}.',
  },
  'files.upload.offset_conflict': {
    status: 409,
    zh: '续传位置不对，请查询进度后继续。',
    en: 'The offset does not match; ask for it and go on from there.',
  },
  'files.upload.busy': { status: 409, zh: '这个文件正由另一个连接上传，请稍后继续。', en: 'Another connection is writing to this upload.' },
  'files.upload.digest_mismatch': {
    status: 422,
    zh: '收到的文件与发送方给出的校验值不一致，请重新上传。',
    en: 'The file does not have the digest that was announced.',
  },
  'files.type.not_allowed': {
    status: 415,
    zh: '不接收这类文件（{found}）。可上传文档、表格、图片、OFD、PDF、图纸、音视频和 ZIP 压缩包。',
    en: 'Files of type {found} are not accepted.',
  },
  'files.type.extension_mismatch': {
    status: 415,
    zh: '扩展名“.{extension}”与文件内容（{found}）不符，请用原来的程序另存后再上传。',
    en: 'The extension .{extension} does not fit the content ({found}).',
  },
  'files.type.ambiguous': { status: 415, zh: '文件内夹带了另一种格式的内容，不予接收。', en: 'The file is of two types at once.' },
  'files.type.encrypted': {
    status: 415,
    zh: '加密的文件无法查毒，请去掉打开密码后再上传。',
    en: 'An encrypted file cannot be scanned; remove the password.',
  },
  'files.type.macros': { status: 415, zh: '文件含有宏，请另存为不含宏的格式后再上传。', en: 'The file carries macros; save it without.' },
  'files.type.archive_bomb': {
    status: 415,
    zh: '压缩包展开后过大或结构异常，不予接收。',
    en: 'The archive is malformed or expands beyond all bounds.',
  },
  'files.type.damaged': { status: 415, zh: '文件已损坏或不完整，无法识别，请检查后重新上传。', en: 'The file is damaged or cut short.' },
  'files.file.in_quarantine': { status: 409, zh: '文件正在查毒，通过后即可使用。', en: 'The file waits for its virus scan.' },
  'files.file.receiving': { status: 409, zh: '文件还没有传完。', en: 'The file has not fully arrived.' },
  'files.file.infected': { status: 409, zh: '文件带有病毒（{virus}），已销毁。', en: 'The file carried {virus} and was destroyed.' },
  'files.file.too_large_to_scan': {
    status: 409,
    zh: '文件超过查毒程序的大小限制，无法查毒，不予接收。',
    en: 'The file is larger than the virus scanner takes.',
  },
  'files.file.not_scanned': {
    status: 409,
    zh: '文件没有经过查毒，按本单位的规定不能使用。',
    en: 'The file was not scanned, and this installation serves none unscanned.',
  },
  'files.file.not_usable': { status: 409, zh: '文件当前状态（{state}）不能这样使用。', en: 'Not possible while the file is {state}.' },
  'files.file.no_preview': {
    status: 415,
    zh: '这类文件不能在线预览，请下载后查看。',
    en: 'There is no preview of this type; download it.',
  },
  'files.file.attached': { status: 409, zh: '文件已作为附件使用，不能删除。', en: 'The file is attached to something and stays.' },
  'files.link.invalid': {
    status: 403,
    zh: '下载链接无效，请回到原页面重新打开。',
    en: 'The link is not valid; open it again from its page.',
  },
  'files.link.expired': {
    status: 410,
    zh: '下载链接已过期，请回到原页面重新打开。',
    en: 'The link has expired; open it again from its page.',
  },
  'files.content.damaged': {
    status: 500,
    zh: '存储的文件内容与登记的校验值不一致，已停止提供并通知运维人员。',
    en: 'The stored bytes no longer match their digest; they are not served.',
  },
  'files.content.range': { status: 416, zh: '请求的字节范围不在文件内。', en: 'The range is not within the file.' },
});
