import type { DocumentView } from '@karez/contracts-exchange';
import { palette, StateDot } from '@karez/web-ui';
import { useEffect, useState } from 'react';
import { UploadField } from '../../upload/upload-field.js';
import type { ChangeFiles } from '../../upload/use-uploads.js';
import { signatureLook } from '../words/file-words.js';
import type { DraftFiles } from './draft-values.js';

interface DraftFilesFieldsProps {
  files: DraftFiles;
  onFiles: (change: (now: DraftFiles) => DraftFiles) => void;
  /** What the exchange found when it opened the layout file. */
  saved: DocumentView | undefined;
  /** Hears how many files are still on their way. */
  onMoving: (transfers: number) => void;
}
const mostAttachments = 49;

/** 版式文件 and 附件, each with its own upload. */
export function DraftFilesFields({ files, onFiles, saved, onMoving }: DraftFilesFieldsProps) {
  const [layouts, setLayouts] = useState(0);
  const [attachments, setAttachments] = useState(0);
  useEffect(() => onMoving(layouts + attachments), [layouts, attachments, onMoving]);
  const changer =
    (role: keyof DraftFiles): ChangeFiles =>
    (change) =>
      onFiles((now) => ({ ...now, [role]: change(now[role]) }));
  return (
    <>
      <div className="compose-files">
        <p className="compose-label">
          版式文件<span className="kz-help">盖章后的 OFD 或 PDF，最多一个</span>
        </p>
        <UploadField
          label="版式文件"
          files={files.layout}
          onFiles={changer('layout')}
          onMoving={setLayouts}
          most={1}
          accept=".ofd,.pdf"
          hint="断网后自动续传；打开后核对印章"
          about={({ fileId }) => <Layout saved={saved} fileId={fileId} />}
        />
      </div>
      <div className="compose-files">
        <p className="compose-label">
          附件<span className="kz-help">顺序就是附件序号</span>
        </p>
        <UploadField
          label="附件"
          files={files.attachment}
          onFiles={changer('attachment')}
          onMoving={setAttachments}
          most={mostAttachments}
          numbered
          hint="文档、表格、图片、图纸、音视频、ZIP；查毒通过才能封装"
        />
      </div>
    </>
  );
}

function Layout({ saved, fileId }: { saved: DocumentView | undefined; fileId: string }) {
  const layout = saved?.files.find((file) => file.fileId === fileId)?.layout;
  if (!layout) return null;
  return (
    <ul className="compose-seals">
      <li>
        {layout.format.toUpperCase()}
        {layout.pages !== undefined && `，${layout.pages} 页`}
        {layout.signatures.length === 0 && '，里面没有电子印章'}
      </li>
      {layout.signatures.map((signature, at) => {
        const { why, ...look } = signatureLook(signature);
        return (
          <li key={at}>
            <StateDot look={{ ...look, label: `印章${look.label}` }} /> {signature.sealName ?? signature.signer}
            {why && <span style={{ color: palette.plum }}>：{why}</span>}
          </li>
        );
      })}
    </ul>
  );
}
