import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { FileRow, TransferRow } from './upload-row.js';
import { useUploads, type ChangeFiles, type UploadedFile } from './use-uploads.js';
import './upload.css';

export interface UploadFieldProps {
  /** 版式文件, 附件: said to screen readers. */
  label: string;
  /** What has fully arrived; what is under way belongs to the field. */
  files: readonly UploadedFile[];
  onFiles: ChangeFiles;
  /** How many it takes; one is replaced by taking it out first. */
  most: number;
  /** `.ofd,.pdf` */
  accept?: string;
  /** Kinds and limits, in words. */
  hint: ReactNode;
  /** The room between name and state: a role, pages, the seal found inside. */
  about?: (file: UploadedFile) => ReactNode;
  /** Numbered in their order: 附件 1. */
  numbered?: boolean;
  /** Hears how many are under way, which belong to nothing yet. */
  onMoving?: (transfers: number) => void;
}

/** Files by choosing or dropping: each goes on after a cut line, can be paused and given up, and shows what the virus scan says of it. */
export function UploadField({ label, files, onFiles, most, accept, hint, about, numbered, onMoving }: UploadFieldProps) {
  const uploads = useUploads(files, onFiles);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hintId = useId();
  const moving = uploads.transfers.length;
  useEffect(() => onMoving?.(moving), [moving, onMoving]);
  const room = most - files.length - moving;
  const take = (list: FileList | null) => uploads.add([...(list ?? [])].slice(0, Math.max(room, 0)));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className="upload" role="group" aria-label={label}>
      {files.length + moving > 0 && (
        <ul className="upload-list" aria-label={`${label}列表`}>
          {uploads.files.map((file, at) => (
            <FileRow
              key={file.fileId}
              file={file}
              lead={numbered ? at + 1 : undefined}
              about={about?.(file)}
              onRemove={() => uploads.remove(file)}
            />
          ))}
          {uploads.transfers.map((each) => (
            <TransferRow key={each.key} transfer={each} uploads={uploads} />
          ))}
        </ul>
      )}
      {room > 0 && (
        <div
          className={over ? 'upload-drop upload-over' : 'upload-drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <button type="button" className="upload-choose" aria-describedby={hintId} onClick={() => input.current?.click()}>
            选择{label}
          </button>
          <span className="upload-or">或拖到这里</span>
          <span id={hintId} className="kz-caption">
            {hint}
          </span>
          <input
            ref={input}
            className="kz-unseen"
            type="file"
            tabIndex={-1}
            aria-label={`选择${label}`}
            accept={accept}
            multiple={most > 1}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = ''; // the same file may be chosen again after it was given up
            }}
          />
        </div>
      )}
    </div>
  );
}
