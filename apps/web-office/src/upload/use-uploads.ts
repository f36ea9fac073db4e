import type { FileState, FileView } from '@karez/contracts-files';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import { useMe } from '../app/person-self.js';
import { files as filesService } from './files-client.js';
import { transfer, type RunningTransfer } from './tus-transfer.js';
import { heard, isUndecided, type Transfer } from './upload-flow.js';

/** A file that has fully arrived at the files service. */
export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state?: FileState;
  readonly readable?: boolean;
  readonly reason?: string;
  readonly reasonParams?: Record<string, string | number>;
}
export type ChangeFiles = (change: (now: readonly UploadedFile[]) => readonly UploadedFile[]) => void;

export interface Uploads {
  readonly transfers: readonly Transfer[];
  /** The files given, with what the files service says of them now. */
  readonly files: readonly UploadedFile[];
  readonly add: (chosen: readonly File[]) => void;
  readonly pause: (key: string) => void;
  readonly resume: (key: string) => void;
  readonly cancel: (key: string) => void;
  readonly remove: (file: UploadedFile) => void;
}

/** Transfers of one field, and the watch over what the virus scan says of the files that have arrived. */
export function useUploads(files: readonly UploadedFile[], change: ChangeFiles): Uploads {
  const { id: personId } = useMe();
  const [transfers, tell] = useReducer(heard, []);
  const running = useRef(new Map<string, RunningTransfer>());
  const next = useRef(1);
  const seen = useWatchedFiles(files);
  // who leaves the page pauses: the server keeps what it has, and the same file goes on from there
  useEffect(() => {
    const all = running.current;
    return () => all.forEach((each) => each.pause());
  }, []);

  const begin = (file: File) => {
    const key = String(next.current++);
    const { name, size } = file;
    tell({ kind: 'chosen', key, name, size, at: performance.now() });
    const one = transfer(file, personId, {
      onSent: (bytes) => tell({ kind: 'sent', key, bytes }),
      onCut: () => tell({ kind: 'cut', key }),
      onRefused: (refusal) => tell({ kind: 'refused', key, refusal }),
      onArrived: (fileId) => {
        running.current.delete(key);
        tell({ kind: 'gone', key });
        change((now) => [...now.filter((each) => each.fileId !== fileId), { fileId, name, size }]);
      },
    });
    running.current.set(key, one);
  };
  return {
    ...{ transfers, files: seen },
    add: (chosen) => chosen.forEach(begin),
    pause: (key) => {
      running.current.get(key)?.pause();
      tell({ kind: 'paused', key });
    },
    resume: (key) => {
      tell({ kind: 'resumed', key, at: performance.now() });
      running.current.get(key)?.resume();
    },
    cancel: (key) => {
      running.current.get(key)?.cancel();
      running.current.delete(key);
      tell({ kind: 'gone', key });
    },
    remove: ({ fileId }) => {
      change((now) => now.filter((each) => each.fileId !== fileId));
      // a file that nothing holds goes by itself after some days; sooner when it is ours to discard
      filesService.discardFile({ fileId }).catch(() => undefined);
    },
  };
}

/** The files given, with what the files service says of them now; asked once, however many places watch. */
export function useWatchedFiles(files: readonly UploadedFile[]): readonly UploadedFile[] {
  const views = useQueries({
    queries: files.map(({ fileId, state }) => ({
      queryKey: ['files', fileId],
      queryFn: ({ signal }: { signal: AbortSignal }) => filesService.getFile({ fileId }, { signal }),
      enabled: isUndecided(state),
      // asked again while the scan is under way, ever more seldom
      refetchInterval: ({ state: { data, dataUpdateCount } }: { state: { data?: FileView; dataUpdateCount: number } }) =>
        isUndecided(data?.state) ? Math.min(1_000 * 1.5 ** dataUpdateCount, 15_000) : (false as const),
    })),
  });
  return files.map((file, at) => {
    const view = views[at]?.data;
    if (!view) return file;
    const { state, readable, reason, reasonParams } = view;
    return { ...file, state, readable, reason, reasonParams };
  });
}
