import { command, defineApi, defineContract, defineErrors, Empty, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, ValidateNested } from 'class-validator';

export class ThingPart {
  @IsString() @Length(1, 10) name!: string;
}
export class ThingView {
  @IsUUID() id!: string;
  @IsString() name!: string;
}
export class ListThings extends ListRequest {
  @IsOptional() @IsIn(['name', '-name']) sort?: 'name' | '-name';
  @IsOptional() @IsIn(['open', 'closed']) state?: 'open' | 'closed';
}
export class GetThing {
  @IsUUID() thingId!: string;
}
export class ChangeThing {
  @IsUUID() thingId!: string;
  @IsString() @Length(2, 20) name!: string;
  @IsOptional() @IsInt() @Max(9) count?: number;
  @IsOptional() @ValidateNested() @Type(() => ThingPart) part?: ThingPart;
}

/** A service that exists in specs only. */
export const trialApi = defineApi('trial', {
  listThings: query({
    version: 1,
    http: 'GET /trial/things',
    needs: 'anyone',
    request: ListThings,
    response: pageOf(ThingView),
    summary: '事项',
  }),
  getThing: query({
    version: 1,
    http: 'GET /trial/things/:thingId',
    needs: 'trial.thing.read',
    request: GetThing,
    response: ThingView,
    deadlineMs: 1_500,
    summary: '一件事项',
  }),
  changeThing: command({
    version: 1,
    http: 'POST /trial/things/:thingId',
    needs: 'trial.thing.write',
    request: ChangeThing,
    response: ThingView,
    summary: '修改事项',
  }),
  removeThing: command({
    version: 1,
    http: 'DELETE /trial/things/:thingId',
    needs: 'trial.thing.write',
    status: 204,
    request: GetThing,
    response: Empty,
    summary: '删除事项',
  }),
  signThing: command({
    version: 1,
    http: 'POST /trial/things/:thingId/sign',
    needs: 'trial.thing.write',
    stepUp: true,
    request: GetThing,
    response: Empty,
    summary: '签署事项',
  }),
  reportThing: command({
    version: 1,
    http: 'POST /trial/reports',
    needs: 'anyone',
    limit: 'public-write',
    status: 201,
    request: ThingPart,
    response: Empty,
    summary: '公众反映',
  }),
  unmounted: query({ version: 1, needs: 'system', request: Empty, response: Empty, summary: '只在总线上' }),
});
export const trialContract = defineContract({
  service: 'trial',
  title: '试用服务',
  api: trialApi,
  errors: defineErrors({ 'trial.thing.taken': { status: 409, zh: '已有“{name}”。', en: '{name} is taken.' } }),
  permissions: { 'trial.thing.read': { zh: '查看事项', en: 'See things' }, 'trial.thing.write': { zh: '修改事项', en: 'Change things' } },
  events: [],
  upstreams: [
    { path: '/trial/content', methods: ['GET', 'HEAD'], needs: 'anyone', summary: '凭链接下载' },
    { path: '/trial/uploads', methods: ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'], needs: 'signed-in', summary: '上传' },
  ],
});
