import { Controller } from '@nestjs/common';
import type { Empty, Page } from '@karez/contracts-kernel';
import {
  type CheckWords,
  type ListWords,
  type PutWord,
  type RemoveWord,
  wordApi,
  type WordsChecked,
  type WordView,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { cleanHtml } from '../html/clean-html.js';
import { plainText } from '../html/plain-text.js';
import { KeepWordHandler } from './commands/keep-word.handler.js';
import { Words } from './words.js';

@Controller()
export class WordController implements Handlers<typeof wordApi> {
  constructor(
    private readonly words: Words,
    private readonly keeping: KeepWordHandler,
  ) {}

  @Handles(wordApi.checkWords)
  async checkWords({ title, body }: CheckWords, _ctx: Ctx): Promise<WordsChecked> {
    const check = await this.words.check();
    return { hits: check.check({ ...(title && { title }), body: plainText(cleanHtml(body).html) }, 'zh-CN') };
  }
  @Handles(wordApi.listWords)
  listWords(request: ListWords, _ctx: Ctx): Promise<Page<WordView>> {
    return this.words.page(request);
  }
  @Handles(wordApi.putWord)
  putWord(request: PutWord, ctx: Ctx): Promise<WordView> {
    return this.keeping.put(request, ctx);
  }
  @Handles(wordApi.removeWord)
  removeWord(request: RemoveWord, ctx: Ctx): Promise<Empty> {
    return this.keeping.remove(request, ctx);
  }
}
