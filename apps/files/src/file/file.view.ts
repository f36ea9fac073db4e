import type { FileView } from '@karez/contracts-files';
import type { Actor } from '@karez/kernel';
import type { StoredFile } from './file.entity.js';
import { actsOn, isReadable, type Unscanned } from './reading.policy.js';

type Column = 'id' | 'name' | 'size' | 'state' | 'mediaType' | 'sha256' | 'sm3' | 'reason' | 'reasonParams' | 'uploaderRealm' | 'uploaderId' | 'uploaderName' | 'orgId' | 'createdAt' | 'receivedAt' | 'checkedAt'; // prettier-ignore
/** A file's row with what is known of it elsewhere. */
export interface FileFacts extends Pick<StoredFile, Column> {
  readonly attached: boolean;
  readonly damaged: boolean;
}

export function fileView(facts: FileFacts, reader: Actor, unscanned: Unscanned): FileView {
  const { id, name, size, state, mediaType, sha256, sm3, attached, damaged, uploaderId, uploaderName, orgId } = facts;
  const own = facts.uploaderRealm === reader.realm && uploaderId === reader.id;
  const reason = damaged ? 'files.content.damaged' : facts.reason;
  const told = { mediaType, sha256, sm3, orgId, reason, reasonParams: reason && facts.reasonParams };
  const times = { receivedAt: facts.receivedAt?.toISOString(), checkedAt: facts.checkedAt?.toISOString() };
  return {
    ...{ id, name, size, state, attached, uploaderId, uploaderName },
    ...(Object.fromEntries(Object.entries({ ...told, ...times }).filter(([, value]) => value != null)) as Partial<FileView>),
    readable: isReadable(facts, unscanned),
    createdAt: facts.createdAt.toISOString(),
    acts: own ? actsOn(facts, attached, unscanned) : [],
  };
}
