import { command, defineApi, defineFlow, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** An account is active or disabled; it is never deleted, because acts name it. */
export const personFlow = defineFlow('active', { active: ['disabled'], disabled: ['active'] });
export type PersonState = StateOf<typeof personFlow>;

export class PostView {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  /** 岗位: 文书岗, 处长. */
  @IsString() title!: string;
  @IsBoolean() primary!: boolean;
  @IsISO8601() validFrom!: string;
  @IsOptional() @IsISO8601() validTo?: string;
}
export class PersonRow {
  @IsUUID() id!: string;
  @IsString() account!: string;
  @IsString() name!: string;
  @IsIn(['active', 'disabled']) state!: PersonState;
  /** Body and title of the primary post. */
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsString() orgName?: string;
  @IsOptional() @IsString() title?: string;
  @IsOptional() @IsISO8601() lastSignedInAt?: string;
}
export class PersonGrant {
  @IsUUID() id!: string;
  @IsUUID() postId!: string;
  @IsUUID() roleId!: string;
  @IsString() roleName!: string;
  @IsString() scope!: string;
  @IsArray() @IsString({ each: true }) orgNames!: string[];
}
export class PersonView extends PersonRow {
  @IsOptional() @IsString() mobile?: string;
  @IsOptional() @IsString() email?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => PostView) posts!: PostView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => PersonGrant) grants!: PersonGrant[];
  @IsBoolean() factorEnrolled!: boolean;
  @IsInt() version!: number;
  /** What the caller may do here: `edit`, `disable`, `enable`, `reset_password`, `grant`. */
  @IsArray() @IsString({ each: true }) acts!: string[];
}
export class ListPeople extends ListRequest {
  /** Name, pinyin, initials or account. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  /** People with a post in this body. */
  @IsOptional() @IsUUID() orgId?: string;
  /** With `orgId`: also in the bodies below it. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  below?: boolean;
  @IsOptional() @IsIn(['active', 'disabled']) state?: PersonState;
  @IsOptional() @IsIn(['name', '-name', 'account', '-account', '-created']) sort?: 'name' | '-name' | 'account' | '-account' | '-created';
}
export class GetPerson {
  @IsUUID() personId!: string;
}
export class CreatePerson {
  @Matches(/^[a-z][a-z0-9._-]{2,31}$/) account!: string;
  @IsString() @Length(2, 40) name!: string;
  @IsOptional() @Matches(/^1\d{10}$/) mobile?: string;
  @IsOptional() @IsEmail() @MaxLength(120) email?: string;
  /** Body and title of the first post. */
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 40) title!: string;
}
/** The first password is made by the system, shown once to the administrator, and must be changed at the first sign-in. */
export class PersonCreated {
  @ValidateNested() @Type(() => PersonView) person!: PersonView;
  @IsString() firstPassword!: string;
}
export class UpdatePerson {
  @IsUUID() personId!: string;
  @IsOptional() @IsString() @Length(2, 40) name?: string;
  @IsOptional() @Matches(/^(1\d{10})?$/) mobile?: string;
  @IsOptional() @IsString() @Matches(/^([^@\s]+@[^@\s]+)?$/) @MaxLength(120) email?: string;
  @IsInt() version!: number;
}
export class DisablePerson {
  @IsUUID() personId!: string;
  @IsString() @Length(1, 200) reason!: string;
}
export class EnablePerson {
  @IsUUID() personId!: string;
}
export class ResetPassword {
  @IsUUID() personId!: string;
}
export class PasswordReset {
  @IsString() firstPassword!: string;
}
export class AssignPost {
  @IsUUID() personId!: string;
  @IsUUID() orgId!: string;
  @IsString() @Length(1, 40) title!: string;
  @IsOptional() @IsBoolean() primary?: boolean;
}
export class EndPost {
  @IsUUID() personId!: string;
  @IsUUID() postId!: string;
}

export const personApi = defineApi('identity', {
  listPeople: query({
    version: 1,
    http: 'GET /identity/people',
    needs: 'identity.person.read',
    request: ListPeople,
    response: pageOf(PersonRow),
    summary: '查找人员',
  }),
  getPerson: query({
    version: 1,
    http: 'GET /identity/people/:personId',
    needs: 'identity.person.read',
    request: GetPerson,
    response: PersonView,
    summary: '人员详情',
  }),
  createPerson: command({
    version: 1,
    http: 'POST /identity/people',
    needs: 'identity.person.write',
    status: 201,
    request: CreatePerson,
    response: PersonCreated,
    summary: '登记人员',
  }),
  updatePerson: command({
    version: 1,
    http: 'POST /identity/people/:personId',
    needs: 'identity.person.write',
    request: UpdatePerson,
    response: PersonView,
    summary: '修改人员信息',
  }),
  disablePerson: command({
    version: 1,
    http: 'POST /identity/people/:personId/disable',
    needs: 'identity.person.disable',
    request: DisablePerson,
    response: PersonView,
    summary: '停用账号',
  }),
  enablePerson: command({
    version: 1,
    http: 'POST /identity/people/:personId/enable',
    needs: 'identity.person.disable',
    request: EnablePerson,
    response: PersonView,
    summary: '启用账号',
  }),
  resetPassword: command({
    version: 1,
    http: 'POST /identity/people/:personId/password',
    needs: 'identity.person.disable',
    request: ResetPassword,
    response: PasswordReset,
    summary: '重置密码',
  }),
  assignPost: command({
    version: 1,
    http: 'POST /identity/people/:personId/posts',
    needs: 'identity.person.write',
    request: AssignPost,
    response: PersonView,
    summary: '安排岗位',
  }),
  endPost: command({
    version: 1,
    http: 'POST /identity/people/:personId/posts/:postId/end',
    needs: 'identity.person.write',
    request: EndPost,
    response: PersonView,
    summary: '免去岗位',
  }),
});
