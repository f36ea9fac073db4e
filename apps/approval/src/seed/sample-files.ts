import { Injectable } from '@nestjs/common';
import { attachmentApi, receivingApi } from '@karez/contracts-files';
import { Remote } from '@karez/messaging';
import type { FileOfCase } from '../material/case-files.js';
import { isAsked, listOf } from '../material/case-materials.js';
import type { CaseStory } from './case-story.js';
import { items } from './items.js';
import { samplePaper } from './sample-paper.js';
import { storyId } from './story-people.js';

/** The files of the demonstration's materials: stored as any others, by files. What was stored before is taken again. */
@Injectable()
export class SampleFiles {
  constructor(private readonly remote: Remote) {}

  /** One file for each material that the story's form asks for, by the material's code. */
  async of(story: CaseStory, trace: string): Promise<ReadonlyMap<string, FileOfCase>> {
    const asking = { values: story.values, agentName: story.agentName ?? null };
    const sheet = items.find(({ code }) => code === story.itemCode)!;
    const found = new Map<string, FileOfCase>();
    for (const material of listOf(sheet, asking).filter((each) => isAsked(each, asking)))
      found.set(material.code, await this.#store(story.key, material.code, material.name, trace));
    return found;
  }

  async #store(key: string, code: string, name: string, trace: string): Promise<FileOfCase> {
    const bytes = samplePaper(`${key} ${code}`);
    const thingId = storyId(`${key}/${code}`);
    const sample = { name: `${name}.pdf`, size: bytes.length, thing: 'sample', thingId };
    const begun = await this.remote.callAsSystem(receivingApi.beginReceiving, sample, trace);
    const { fileId, offset } = begun;
    if (offset < bytes.length) {
      const rest = bytes.subarray(offset).toString('base64');
      await this.remote.callAsSystem(receivingApi.receiveBytes, { fileId, offset, bytes: rest }, trace);
    }
    const held = { fileId, thing: 'case', thingId: storyId(key), uploaderId: 'approval' };
    return this.remote.callAsSystem(attachmentApi.attachFile, held, trace);
  }
}
