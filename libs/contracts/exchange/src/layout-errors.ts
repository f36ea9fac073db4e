import { defineErrors } from '@karez/contracts-kernel';

/** Why a layout file is not taken in, and why one of its seals or signatures does not stand. `{about}` names the part of the file. */
export const layoutFileErrors = defineErrors({
  'exchange.layout.not_a_layout_file': {
    status: 415,
    zh: '这不是 OFD 或 PDF 版式文件，请重新导出后上传。',
    en: 'This is not an OFD or PDF layout file.',
  },
  'exchange.layout.broken': {
    status: 422,
    zh: '版式文件已损坏（{about}），无法打开，请重新导出后上传。',
    en: 'The layout file is damaged ({about}).',
  },
  'exchange.layout.encrypted': {
    status: 422,
    zh: '版式文件已加密，请解除加密后再上传。',
    en: 'The layout file is encrypted; remove the encryption first.',
  },
  'exchange.layout.bomb': {
    status: 422,
    zh: '版式文件解压后异常庞大，已拒绝打开。',
    en: 'The layout file unpacks to an abnormal size and was not opened.',
  },
  'exchange.layout.path_escapes': {
    status: 422,
    zh: '版式文件内的路径“{about}”指向文件之外，已拒绝打开。',
    en: 'The path {about} in the layout file leads outside of it.',
  },
  'exchange.layout.too_many_entries': {
    status: 422,
    zh: '版式文件内的部件过多（上限 {limit} 个），已拒绝打开。',
    en: 'The layout file has more than {limit} parts.',
  },
  'exchange.layout.duplicate_entry': {
    status: 422,
    zh: '版式文件内有两个同名部件“{about}”，内容不唯一，已拒绝打开。',
    en: 'The layout file has two parts named {about}.',
  },
  'exchange.layout.xml_refused': {
    status: 422,
    zh: '版式文件的“{about}”含有不允许的声明或实体，已拒绝打开。',
    en: '{about} of the layout file has a document type or entities.',
  },
  'exchange.layout.too_complex': {
    status: 422,
    zh: '版式文件的结构（{about}）超出可检查的范围，已拒绝打开。',
    en: 'The structure of the layout file ({about}) is beyond what can be checked.',
  },
  'exchange.layout.signature_broken': {
    status: 422,
    zh: '签章数据（{about}）缺失或格式有误，无法验证。',
    en: 'The signature data ({about}) is missing or malformed.',
  },
  'exchange.layout.signature_content_changed': {
    status: 422,
    zh: '盖章后内容已被改动（{about}）。',
    en: 'The content was changed after it was sealed ({about}).',
  },
  'exchange.layout.signature_description_changed': {
    status: 422,
    zh: '签章的描述文件（{about}）已被改动。',
    en: 'The description of the signature ({about}) was changed.',
  },
  'exchange.layout.signature_wrong': {
    status: 422,
    zh: '签名值与签章者证书不符。',
    en: 'The signature does not verify with the signer’s certificate.',
  },
  'exchange.layout.signature_covers_part': {
    status: 422,
    zh: '签章未覆盖全部内容（{about}）。',
    en: 'The signature does not cover everything ({about}).',
  },
  'exchange.layout.signature_names_only': {
    status: 422,
    zh: '签名只保护文件清单，不保护内容。',
    en: 'Only the list of parts is signed, not their content.',
  },
  'exchange.layout.signature_digest_weak': {
    status: 422,
    zh: '签章使用的摘要算法（{about}）已不安全，不能据此确认内容。',
    en: 'The digest of the signature ({about}) is no longer safe.',
  },
  'exchange.layout.signature_algorithm_unsupported': {
    status: 422,
    zh: '不支持签章使用的算法（{about}）。',
    en: 'The algorithm of the signature ({about}) is not supported.',
  },
  'exchange.layout.signature_format_unknown': {
    status: 422,
    zh: '不认识签名的格式（{about}）。',
    en: 'The format of the signature ({about}) is not known.',
  },
  'exchange.layout.certificate_missing': {
    status: 422,
    zh: '签名未附签名者证书，无法验证。',
    en: 'The signature comes without the certificate of its signer.',
  },
  'exchange.layout.certificate_period': {
    status: 422,
    zh: '签章时签章者证书不在有效期内。',
    en: 'The signer’s certificate was not valid at the time of signing.',
  },
  'exchange.layout.certificate_use': {
    status: 422,
    zh: '签章者证书不是签名证书。',
    en: 'The signer’s certificate is not for signing.',
  },
  'exchange.layout.seal_wrong': {
    status: 422,
    zh: '印章本身的制章签名不正确。',
    en: 'The maker’s signature of the seal does not verify.',
  },
  'exchange.layout.seal_period': {
    status: 422,
    zh: '签章时印章不在有效期内。',
    en: 'The seal was not valid at the time of signing.',
  },
  'exchange.layout.seal_maker_period': {
    status: 422,
    zh: '签章时制章者证书不在有效期内。',
    en: 'The certificate of the seal’s maker was not valid at the time of signing.',
  },
  'exchange.layout.seal_of_another': {
    status: 422,
    zh: '签章者证书不在该印章的使用者名单中。',
    en: 'The signer’s certificate is not among those the seal was made for.',
  },
});

export type LayoutCode = keyof typeof layoutFileErrors;
