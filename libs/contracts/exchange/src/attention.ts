import { defineApi, ListRequest, query } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsISO8601, IsObject, IsOptional, IsString, IsUUID } from 'class-validator';

/** A delivery, another node, a letter or a key for which nothing happens until a person acts. */
export class NeedsPerson {
  @IsIn(['stalled', 'peer', 'key', 'dead_letter', 'returned', 'rejected']) kind!: string;
  @IsString() title!: string;
  @IsString() step!: string;
  @IsISO8601() since!: string;
  @IsOptional() @IsUUID() deliveryId?: string;
  @IsOptional() @IsUUID() dispatchId?: string;
}
export class NeedsPersonList {
  @IsArray() @IsObject({ each: true }) items!: NeedsPerson[];
}
const v = { version: 1 } as const;
export const attentionApi = defineApi('exchange', {
  listNeedsPerson: query({
    ...{ ...v, http: 'GET /exchange/attention', needs: 'staff' },
    ...{ request: ListRequest, response: NeedsPersonList, summary: '需要人处理的交换事项' },
  }),
});
