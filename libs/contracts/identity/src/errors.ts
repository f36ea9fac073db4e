import { defineErrors } from '@karez/contracts-kernel';

export const identityErrors = defineErrors({
  'identity.session.wrong_credentials': { status: 401, zh: '账号或密码不正确。', en: 'The account or the password is wrong.' },
  'identity.session.second_factor_required': {
    status: 401,
    zh: '请输入身份验证器上的 6 位验证码。',
    en: 'Enter the 6-digit code of your authenticator.',
  },
  'identity.session.second_factor_wrong': {
    status: 401,
    zh: '验证码不正确或已用过，请等下一个验证码再试。',
    en: 'The code is wrong or was used; wait for the next one.',
  },
  'identity.session.too_many_attempts': {
    status: 429,
    zh: '连续出错次数过多，请 {seconds} 秒后再试。',
    en: 'Too many failed attempts; try again in {seconds} s.',
  },
  'identity.session.refresh_reused': {
    status: 401,
    zh: '登录凭据被重复使用，为安全起见已结束这次登录。',
    en: 'A refresh token was used twice; the session was ended.',
  },
  'identity.session.factor_not_enrolled': {
    status: 409,
    zh: '您还没有绑定身份验证器，请先在“我的账号”里绑定。',
    en: 'No second factor is enrolled; enrol one in your account first.',
  },
  'identity.session.password_must_change': {
    status: 409,
    zh: '您的密码是初始密码或已到期，请先修改密码。',
    en: 'Your password was set by an administrator or is too old; change it first.',
  },
  'identity.password.wrong': { status: 422, zh: '原密码不正确。', en: 'The current password is wrong.' },
  'identity.password.too_weak': { status: 422, zh: '密码不符合要求：{reasons}。', en: 'The password does not meet the policy: {reasons}.' },
  'identity.password.used_before': { status: 422, zh: '这个密码近期用过，请换一个。', en: 'This password was used recently.' },
  'identity.factor.already_enrolled': { status: 409, zh: '已经绑定了身份验证器。', en: 'A second factor is already enrolled.' },
  'identity.factor.code_wrong': {
    status: 422,
    zh: '验证码不正确，请核对手机时间后再试。',
    en: 'The code is wrong; check the clock of the phone.',
  },
  'identity.org.name_taken': {
    status: 409,
    zh: '同一上级下已有“{name}”。',
    en: 'There is already a body called {name} under this parent.',
  },
  'identity.org.has_members': {
    status: 409,
    zh: '该机构还有 {people} 名在岗人员、{children} 个下级机构，先调出后才能撤销。',
    en: 'The body still has {people} people and {children} bodies below it.',
  },
  'identity.org.cycle': { status: 409, zh: '不能把机构移到自己的下级之下。', en: 'A body cannot be moved below itself.' },
  'identity.org.abolished': { status: 409, zh: '“{name}”已于 {date} 撤销。', en: '{name} was abolished on {date}.' },
  'identity.org.credit_code_invalid': {
    status: 422,
    zh: '统一社会信用代码校验位不对，请核对。',
    en: 'The check digit of the credit code is wrong.',
  },
  'identity.org.credit_code_taken': { status: 409, zh: '该统一社会信用代码已属于另一机构。', en: 'Another body has this credit code.' },
  'identity.org.division_unknown': {
    status: 422,
    zh: '行政区划代码 {code} 不存在，请核对。',
    en: 'There is no division with the code {code}.',
  },
  'identity.person.account_taken': { status: 409, zh: '账号“{account}”已被使用。', en: 'The account {account} is taken.' },
  'identity.person.disabled': { status: 409, zh: '该人员已停用。', en: 'The person is disabled.' },
  'identity.person.self': {
    status: 409,
    zh: '不能停用自己或更改自己的授权，请由另一位管理员办理。',
    en: 'You cannot disable yourself or change your own grants.',
  },
  'identity.post.last': { status: 409, zh: '这是该人员唯一的岗位，请先安排新岗位或停用账号。', en: 'It is the only post of this person.' },
  'identity.post.not_yours': { status: 403, zh: '这不是您在任的岗位。', en: 'This is not a post you hold now.' },
  'identity.role.code_taken': { status: 409, zh: '角色代码“{code}”已存在。', en: 'The role code {code} exists.' },
  'identity.role.built_in': { status: 409, zh: '内置角色不能删除。', en: 'A built-in role cannot be removed.' },
  'identity.role.in_use': { status: 409, zh: '还有 {grants} 项授权在使用这个角色。', en: 'The role is still granted {grants} times.' },
  'identity.role.permission_unknown': { status: 422, zh: '没有这项权限：{permission}。', en: 'Unknown permission {permission}.' },
  'identity.role.beyond_own': {
    status: 403,
    zh: '不能授予超出您自己的权限或管辖范围：{what}。',
    en: 'You cannot grant more than you hold: {what}.',
  },
  'identity.role.granted_already': { status: 409, zh: '该岗位已有这个角色。', en: 'The post already has this role.' },
  'identity.client.assertion_invalid': {
    status: 401,
    zh: '接入系统的身份断言无效：{reason}。',
    en: 'The client assertion is invalid: {reason}.',
  },
  'identity.client.key_invalid': {
    status: 422,
    zh: '公钥无效：须为 ES256 或 EdDSA 的公开 JWK。',
    en: 'The public key must be an ES256 or EdDSA public JWK.',
  },
  'identity.applicant.phone_taken': { status: 409, zh: '该手机号已注册，请直接登录或找回密码。', en: 'The phone number is registered.' },
  'identity.applicant.credit_code_taken': { status: 409, zh: '该统一社会信用代码已注册。', en: 'The credit code is registered.' },
  'identity.applicant.code_wrong': { status: 422, zh: '短信验证码不正确或已过期。', en: 'The verification code is wrong or has expired.' },
});
