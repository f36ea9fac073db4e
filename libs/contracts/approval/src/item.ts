import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** 事项: registered, then closed for good. */
export const itemFlow = defineFlow('open', { open: ['closed'], closed: [] });
export type ItemState = StateOf<typeof itemFlow>;
export const itemStates = Object.keys(itemFlow.moves) as ItemState[];
export const itemActs = ['close'] as const;
export type ItemAct = (typeof itemActs)[number];

export class ItemView {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsIn(itemStates) state!: ItemState;
  /** The body it belongs to. */
  @IsUUID() orgId!: string;
  @IsISO8601() registeredAt!: string;
  @IsOptional() @IsISO8601() closedAt?: string;
  @IsOptional() @IsString() closedReason?: string;
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(itemActs, { each: true }) acts!: ItemAct[];
}
export class ListItems extends ListRequest {
  @IsOptional() @IsIn(itemStates) state?: ItemState;
  @IsOptional() @IsIn(['-registered', 'name']) sort?: '-registered' | 'name';
}
export class GetItem {
  @IsUUID() itemId!: string;
}
/** It belongs to the body for which the caller acts. */
export class RegisterItem {
  @IsString() @Length(1, 80) name!: string;
}
export class CloseItem {
  @IsUUID() itemId!: string;
  @IsString() @Length(1, 500) reason!: string;
}

export const itemApi = defineApi('approval', {
  listItems: query({
    version: 1,
    http: 'GET /approval/items',
    needs: 'approval.item.read',
    request: ListItems,
    response: pageOf(ItemView),
    summary: '查找事项',
  }),
  getItem: query({
    version: 1,
    http: 'GET /approval/items/:itemId',
    needs: 'approval.item.read',
    request: GetItem,
    response: ItemView,
    summary: '事项详情',
  }),
  registerItem: command({
    version: 1,
    http: 'POST /approval/items',
    needs: 'approval.item.write',
    status: 201,
    request: RegisterItem,
    response: ItemView,
    summary: '登记事项',
  }),
  closeItem: command({
    version: 1,
    http: 'POST /approval/items/:itemId/close',
    needs: 'approval.item.write',
    request: CloseItem,
    response: ItemView,
    summary: '关闭事项',
  }),
});
