import { FieldRefusal, StateDot } from '@karez/web-ui';
import { useEffect, useState, type ReactNode } from 'react';
import { fileLook, isUnusable, type Transfer } from './upload-flow.js';
import { reasonText, remainingText, sentText, sizeText } from './upload-words.js';
import type { UploadedFile, Uploads } from './use-uploads.js';

interface FileRowProps {
  file: UploadedFile;
  lead?: number;
  about?: ReactNode;
  onRemove: () => void;
}

/** A file that has arrived: name, size, what the virus scan says. One that cannot be used says why. */
export const FileRow = ({ file, lead, about, onRemove }: FileRowProps) => (
  <li className="upload-row">
    <div className="upload-line">
      <PaperMark />
      <span className="upload-name">
        {lead !== undefined && <span className="upload-lead">{lead}</span>}
        {file.name}
        <span className="kz-caption"> {sizeText(file.size)}</span>
      </span>
      <span className="upload-state" role="status">
        <StateDot look={fileLook(file)} />
      </span>
      <button type="button" className="kz-textact" aria-label={`移除：${file.name}`} onClick={onRemove}>
        移除
      </button>
    </div>
    {about && <div className="upload-about">{about}</div>}
    {isUnusable(file.state) && (
      <div className="upload-about">
        <FieldRefusal>{reasonText(file.reason, file.reasonParams)}</FieldRefusal>
      </div>
    )}
  </li>
);

const phaseWords = { sending: '上传中', paused: '已暂停', waiting_line: '等网络恢复', refused: '没有上传' } as const;

/** A file on its way: how much has come, how long it takes, and what can be done about it. */
export function TransferRow({ transfer, uploads }: { transfer: Transfer; uploads: Uploads }) {
  const { key, name, size, sent, phase, refusal } = transfer;
  const now = useSeconds(phase === 'sending');
  const done = size === 0 ? 0 : Math.floor((sent / size) * 100);
  const left = phase === 'sending' && remainingText(transfer, now);
  return (
    <li className="upload-row">
      <div className="upload-line">
        <PaperMark />
        <span className="upload-name">{name}</span>
        <span className="kz-secondary upload-state">{sentText(sent, size)}</span>
      </div>
      {phase !== 'refused' && (
        <div
          className="upload-bar"
          role="progressbar"
          aria-label={`上传进度：${name}`}
          aria-valuenow={done}
          aria-valuemin={0}
          aria-valuemax={100}
        >
          <i style={{ width: `${done}%` }} />
        </div>
      )}
      {refusal && (
        <div className="upload-about" role="alert">
          <FieldRefusal>{refusal}</FieldRefusal>
        </div>
      )}
      <div className="upload-line kz-caption">
        <span className="upload-name">
          {phaseWords[phase]}
          {left && `，${left}`}
          {phase === 'sending' && '，断网后自动续传'}
          {phase === 'waiting_line' && '，恢复后从断开处续传'}
        </span>
        {phase === 'sending' || phase === 'waiting_line' ? (
          <Act words="暂停" name={name} onAct={() => uploads.pause(key)} />
        ) : (
          <Act words={phase === 'paused' ? '继续' : '重试'} name={name} onAct={() => uploads.resume(key)} />
        )}
        <Act words="取消" name={name} onAct={() => uploads.cancel(key)} />
      </div>
    </li>
  );
}

const Act = ({ words, name, onAct }: { words: string; name: string; onAct: () => void }) => (
  <button type="button" className="kz-textact" aria-label={`${words}：${name}`} onClick={onAct}>
    {words}
  </button>
);

/** The clock that the remaining time is worked out by; it stands still when nothing moves. */
function useSeconds(runs: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}

const PaperMark = () => (
  <svg className="upload-mark" width="14" height="16" viewBox="0 0 14 16" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M1.5 1.5h7l4 4v9h-11zM8.5 1.5v4h4" strokeWidth="1.3" strokeLinejoin="round" />
  </svg>
);
