export const delegationErrors = {
  'oa.delegation.self': { status: 422, zh: '不能委托给自己。', en: 'You cannot stand in for yourself.' },
  'oa.delegation.period': {
    status: 422,
    zh: '委托的结束时间应晚于开始时间和现在，且最长 {days} 天。',
    en: 'A delegation ends after it begins and after now, and lasts at most {days} days.',
  },
  'oa.delegation.overlaps': {
    status: 409,
    zh: '这段时间里，{kinds}已委托给{name}代办，请先收回或错开时间。',
    en: 'In that period {name} stands in for {kinds} already.',
  },
  'oa.delegation.chain': {
    status: 409,
    zh: '委托不能一传再传：这段时间里{name}另有委托关系。',
    en: 'Delegations do not chain: {name} is part of another one in that period.',
  },
  'oa.delegation.loop': {
    status: 409,
    zh: '不能互相委托：这段时间里{name}已委托您代办。',
    en: 'You stand in for {name} in that period, so {name} cannot stand in for you.',
  },
  'oa.delegation.ended': {
    status: 403,
    zh: '{name}对您的委托已于 {at} 结束，不能再代办。',
    en: 'What {name} entrusted to you ended at {at}.',
  },
} as const;
