import { command, type DataScope, dataScopes, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** A bureau's own system that signs in with its own key (RFC 7523 private_key_jwt). */
export class ClientRow {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsIn(['active', 'disabled']) state!: 'active' | 'disabled';
  @IsArray() @IsString({ each: true }) permissions!: string[];
  @IsIn(dataScopes) scope!: DataScope;
  /** Thumbprints (RFC 7638) of its public keys. */
  @IsArray() @IsString({ each: true }) keys!: string[];
  @IsOptional() @IsISO8601() lastSignedInAt?: string;
}
export class ListClients extends ListRequest {}
export class RegisterClient {
  @IsString() @Length(2, 80) name!: string;
  @IsUUID() orgId!: string;
  @IsArray() @ArrayMaxSize(100) @IsString({ each: true }) permissions!: string[];
  @IsIn(['unit', 'unit_and_below']) scope!: 'unit' | 'unit_and_below';
  /** Public JWK, ES256 or EdDSA. */
  @IsObject() publicJwk!: Record<string, string>;
}
export class DisableClient {
  @IsUUID() clientId!: string;
}

export const clientApi = defineApi('identity', {
  listClients: query({
    version: 1,
    http: 'GET /identity/clients',
    needs: 'identity.client.read',
    request: ListClients,
    response: pageOf(ClientRow),
    summary: '接入系统',
  }),
  registerClient: command({
    version: 1,
    http: 'POST /identity/clients',
    needs: 'identity.client.write',
    stepUp: true,
    status: 201,
    request: RegisterClient,
    response: ClientRow,
    summary: '登记接入系统',
  }),
  disableClient: command({
    version: 1,
    http: 'POST /identity/clients/:clientId/disable',
    needs: 'identity.client.write',
    request: DisableClient,
    response: ClientRow,
    summary: '停用接入系统',
  }),
});
