import type { FormDefinition, FormField } from './form.js';

const interaction = { navigation: '/interaction', above: { path: '/interaction', title: 'nav.interaction' } } as const;
const open = { navigation: '/open-government', above: { path: '/open-government', title: 'nav.openGovernment' } } as const;
const phone: FormField = {
  name: 'phone',
  label: 'letter.phone',
  hint: 'letter.phoneHint',
  kind: 'line',
  most: 13,
  width: 'w-m',
  autoComplete: 'tel',
};
const address: FormField = {
  name: 'address',
  label: 'letter.address',
  kind: 'line',
  most: 120,
  optional: true,
  autoComplete: 'street-address',
};

export const letterForm: FormDefinition = {
  ...interaction,
  ...{ path: '/letters/write', title: 'talk.write', lede: 'letter.lede', button: 'letter.send', note: 'letter.private' },
  fields: [
    {
      ...{ name: 'kind', label: 'letter.kind', kind: 'one' },
      options: [
        ['leader_mailbox', 'letter.leader_mailbox'],
        ['consult', 'letter.consult'],
        ['complaint', 'letter.complaint'],
        ['suggestion', 'letter.suggestion'],
      ],
    },
    { name: 'subject', label: 'letter.subject', hint: 'letter.subjectHint', kind: 'line', most: 60 },
    { name: 'text', label: 'letter.text', hint: 'letter.textHint', kind: 'text', most: 4000 },
    { name: 'name', label: 'letter.name', kind: 'line', most: 30, width: 'w-m', autoComplete: 'name' },
    { ...phone, optional: true },
    address,
    { name: 'mayPublish', label: 'letter.mayPublish', kind: 'yes' },
  ],
};

export const requestForm: FormDefinition = {
  ...open,
  ...{ path: '/requests/write', title: 'request.title', lede: 'request.lede', button: 'letter.send', note: 'letter.private' },
  fields: [
    {
      ...{ name: 'applicantKind', label: 'request.kind', kind: 'one' },
      options: [
        ['person', 'request.person'],
        ['organisation', 'request.organisation'],
      ],
    },
    { name: 'name', label: 'request.name', kind: 'line', most: 60, width: 'w-l', autoComplete: 'name' },
    { name: 'identityNumber', label: 'request.identity', hint: 'request.identityHint', kind: 'line', most: 18, width: 'w-m' },
    phone,
    address,
    { name: 'information', label: 'request.information', hint: 'request.informationHint', kind: 'text', most: 2000 },
    { name: 'purpose', label: 'request.purpose', kind: 'line', most: 500, optional: true },
    {
      ...{ name: 'form', label: 'request.form', kind: 'one' },
      options: [
        ['electronic', 'request.electronic'],
        ['paper', 'request.paper'],
        ['on_site', 'request.on_site'],
      ],
    },
  ],
};

const services = { navigation: '/services', above: { path: '/services', title: 'nav.services' } } as const;
export const progressForm: FormDefinition = {
  ...services,
  ...{ path: '/progress', title: 'progress.title', lede: 'progress.lede', button: 'follow.button' },
  fields: [
    { name: 'caseNo', label: 'progress.caseNo', hint: 'progress.caseNoHint', kind: 'line', most: 40, width: 'w-m' },
    { name: 'check', label: 'progress.check', hint: 'progress.checkHint', kind: 'line', most: 6, width: 'w-s' },
  ],
};
export const verifyForm: FormDefinition = {
  ...services,
  ...{ path: '/verify', title: 'verify.title', lede: 'verify.lede', button: 'verify.button' },
  fields: [{ name: 'code', label: 'verify.code', hint: 'verify.codeHint', kind: 'line', most: 14, width: 'w-m' }],
};

const codes: readonly FormField[] = [
  { name: 'receipt', label: 'receipt.code', hint: 'follow.codeHint', kind: 'line', most: 18, width: 'w-m' },
  { name: 'check', label: 'receipt.check', hint: 'follow.checkHint', kind: 'line', most: 8, width: 'w-s' },
];
export const followLetterForm: FormDefinition = {
  ...interaction,
  ...{ path: '/letters/follow', title: 'talk.follow', lede: 'talk.followHint', button: 'follow.button', fields: codes },
};
export const followRequestForm: FormDefinition = {
  ...open,
  ...{ path: '/requests/follow', title: 'open.follow', lede: 'open.followHint', button: 'follow.button', fields: codes },
};

export const opinionFields: readonly FormField[] = [
  { name: 'text', label: 'hearing.opinion', hint: 'hearing.opinionHint', kind: 'text', most: 4000 },
  { name: 'name', label: 'letter.name', kind: 'line', most: 30, width: 'w-m', optional: true, autoComplete: 'name' },
  { name: 'contact', label: 'hearing.contact', kind: 'line', most: 60, width: 'w-m', optional: true },
];
export const ratingField: FormField = {
  ...{ name: 'satisfaction', label: 'letter.rate', kind: 'one' },
  options: (['5', '4', '3', '2', '1'] as const).map((value) => [value, `letter.rate.${value}`] as const),
};
export const correctionField: FormField = {
  ...{ name: 'information', label: 'request.information', hint: 'request.informationHint', kind: 'text', most: 2000 },
};
