import { command, defineApi, defineContract, defineErrors, definePermissions, query } from '@karez/contracts-kernel';
import { IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';

/** A small service for the proofs: wells whose water is raised, and a meter elsewhere that adds it up. */
export class RaiseWater {
  @IsUUID() wellId!: string;
  @IsInt() @Min(1) @Max(1000) litres!: number;
  /** Fails after the work is done and before the commit. */
  @IsOptional() @IsString() fault?: string;
  @IsOptional() @IsInt() slowMs?: number;
}
export class WellView {
  @IsUUID() id!: string;
  @IsInt() litres!: number;
  @IsInt() version!: number;
}
export class GetWell {
  @IsUUID() wellId!: string;
}
export class SetTimer {
  @IsUUID() wellId!: string;
  @IsInt() inMs!: number;
  @IsInt() litres!: number;
}
export class WaterRaised {
  static readonly subject = 'evt.wells.water-raised.v1';
  static readonly aggregate = 'well';
  constructor(
    readonly wellId: string,
    readonly litres: number,
    readonly total: number,
  ) {}
}
export const wellsApi = defineApi('wells', {
  raiseWater: command({
    version: 1,
    http: 'POST /wells/:wellId/raise',
    needs: 'anyone',
    request: RaiseWater,
    response: WellView,
    summary: '提水',
  }),
  setTimer: command({
    version: 1,
    http: 'POST /wells/:wellId/timer',
    needs: 'anyone',
    request: SetTimer,
    response: WellView,
    summary: '定时提水',
  }),
  getWell: query({ version: 1, http: 'GET /wells/:wellId', needs: 'anyone', request: GetWell, response: WellView, summary: '查看' }),
});
export const wellsContract = defineContract({
  ...{ service: 'wells', title: '井', api: wellsApi, permissions: definePermissions({}), events: [WaterRaised] },
  errors: defineErrors({ 'wells.well.fault': { status: 409, zh: '故障', en: 'Fault' } }),
});
export const meterContract = defineContract({ service: 'meter', title: '表', api: {}, errors: {}, permissions: {}, events: [] });
