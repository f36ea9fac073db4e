import { defineErrors } from '@karez/contracts-kernel';

export const portalErrors = defineErrors({
  // sites and columns
  'portal.site.code_taken': { status: 409, zh: '站点代码“{code}”已经用过。', en: 'Site code {code} is taken.' },
  'portal.site.contrast': {
    status: 422,
    zh: '配色对比度不足，读者看不清：{pairs}。',
    en: 'Colours too close to be read: {pairs}.',
  },
  'portal.site.closed': { status: 409, zh: '站点已关闭。', en: 'The site is closed.' },
  'portal.column.code_taken': { status: 409, zh: '本站已有代码为“{code}”的栏目。', en: 'The site has a column {code} already.' },
  'portal.column.parent_invalid': {
    status: 422,
    zh: '上级栏目不在本站，或就是本栏目的下级。',
    en: 'The parent is not of this site, or is below the column itself.',
  },
  'portal.column.silence_too_long': {
    status: 422,
    zh: '这类栏目最长 {limit} 天必须更新一次（国办秘函〔2019〕19号）。',
    en: 'A column of this type may be silent {limit} days at most.',
  },
  'portal.column.closed': { status: 409, zh: '栏目“{name}”已关闭，不再收稿。', en: 'Column {name} is closed.' },
  'portal.column.no_secrecy_step': {
    status: 422,
    zh: '政务公开栏目的审核流程须有保密审查（《政府信息公开条例》第十七条）。',
    en: 'The chain of a disclosure column needs a secrecy check.',
  },
  // editions
  'portal.article.slug_invalid': {
    status: 422,
    zh: '地址“{slug}”只能用小写字母、数字和连字符。',
    en: 'An address has small letters, digits and hyphens only: {slug}.',
  },
  'portal.article.slug_taken': { status: 409, zh: '本站已有地址为“{slug}”的文章。', en: 'The site has an article {slug} already.' },
  'portal.article.column_elsewhere': { status: 422, zh: '栏目不属于这个站点。', en: 'The column is not of this site.' },
  'portal.article.empty': { status: 422, zh: '正文去掉不允许的内容后是空的。', en: 'Nothing is left of the text.' },
  'portal.article.translation_first': {
    status: 409,
    zh: '先发布中文稿，再发布译文。',
    en: 'The Chinese text is published before its translation.',
  },
  'portal.edition.under_work': {
    status: 409,
    zh: '这篇稿件已有一个在办版本（第 {number} 版，{byName}），请在它上面修改。',
    en: 'Edition {number} by {byName} is under work already.',
  },
  'portal.edition.hits_open': {
    status: 409,
    zh: '还有 {count} 处检查出的文字没有处理：{found}。改正或说明理由后再继续。',
    en: '{count} findings of the word check are open: {found}.',
  },
  'portal.edition.hit_unknown': { status: 404, zh: '没有这处检查结果，请刷新。', en: 'No such finding; reload.' },
  'portal.edition.hit_not_keepable': {
    status: 409,
    zh: '“{found}”不能保留，必须改正。',
    en: '{found} may not stay; correct it.',
  },
  'portal.edition.own_text': { status: 403, zh: '审核人、校对人不能是撰稿人。', en: 'Nobody reviews a text of their own.' },
  'portal.edition.same_person': {
    status: 403,
    zh: '您已完成“{step}”，其余各审各校须由不同的人完成。',
    en: 'You took the step {step}; each step is taken by another person.',
  },
  'portal.edition.step_elsewhere': {
    status: 403,
    zh: '“{step}”由其他单位的人办理。',
    en: 'The step {step} belongs to another body.',
  },
  'portal.edition.opinion_missing': { status: 422, zh: '退回须写明意见。', en: 'Say why it is returned.' },
  'portal.edition.time_past': { status: 422, zh: '时间 {at} 已过，只能定在将来。', en: '{at} is past; choose a time to come.' },
  'portal.edition.withdraw_before_publish': {
    status: 422,
    zh: '撤下时间须晚于发布时间。',
    en: 'It must be published before it is withdrawn.',
  },
  'portal.edition.withdrawal_incomplete': {
    status: 422,
    zh: '这种撤下方式还缺少：{missing}。',
    en: 'This withdrawal lacks {missing}.',
  },
  'portal.edition.redirect_invalid': {
    status: 422,
    zh: '跳转地址须是本平台内的路径或 https 网址：{to}。',
    en: 'A redirect leads to a path of this platform or an https address: {to}.',
  },
  'portal.edition.substitute_invalid': {
    status: 422,
    zh: '替代文章须是本站另一篇已发布的文章。',
    en: 'The substitute is another live article of the same site.',
  },
  'portal.edition.other_article': { status: 422, zh: '两个版本不属于同一篇文章。', en: 'The editions are of different articles.' },
  'portal.preview.invalid': { status: 404, zh: '预览链接无效或已过期。', en: 'The preview link is invalid or has expired.' },
  'portal.article.gone': { status: 410, zh: '文章已撤下。{notice}', en: 'The article was withdrawn. {notice}' },
  'portal.word.too_many': { status: 409, zh: '词库已满（{limit} 条）。', en: 'The list is full ({limit}).' },
  // interaction
  'portal.letter.too_many': {
    status: 429,
    zh: '您今天提交的次数已达上限（{limit} 次），请明天再来，或拨打服务电话。',
    en: 'Your address has sent {limit} today; come back tomorrow.',
  },
  'portal.letter.code_wrong': { status: 404, zh: '查询码或校验码不对。', en: 'The codes do not match.' },
  'portal.letter.not_answered': { status: 409, zh: '还没有答复，暂不能评价。', en: 'There is no answer yet.' },
  'portal.letter.rated': { status: 409, zh: '您已经评价过了。', en: 'It has been rated already.' },
  'portal.letter.not_publishable': { status: 409, zh: '写信人不同意公开，不能发布。', en: 'The writer did not agree to publication.' },
  'portal.letter.leaks': {
    status: 409,
    zh: '来信或答复里有{kinds}，公开前请处理；也可以只答复不公开。',
    en: 'Letter or answer carries {kinds}; answer without publishing.',
  },
  'portal.letter.own_reply': { status: 403, zh: '答复须由拟写人以外的人审定。', en: 'Somebody else approves the answer.' },
  'portal.letter.org_unknown': { status: 422, zh: '没有这个承办单位。', en: 'No such body.' },
  'portal.request.identity_invalid': {
    status: 422,
    zh: '证件号码的校验位不对，请核对。',
    en: 'The check digit of the number is wrong.',
  },
  'portal.request.ground_missing': { status: 422, zh: '这类答复须写明法律依据。', en: 'Such an answer names its legal ground.' },
  'portal.request.extended': { status: 409, zh: '已经延长过一次，不能再延。', en: 'It was extended once already.' },
  'portal.request.extension_late': {
    status: 409,
    zh: '答复期限已过，不能再延长。',
    en: 'The time for the answer is over; it cannot be extended.',
  },
  'portal.request.correction_late': {
    status: 409,
    zh: '收到申请已超过 {limit} 个工作日，不能再要求补正。',
    en: 'Corrections are asked for within {limit} working days.',
  },
  'portal.hearing.closes_past': { status: 422, zh: '截止时间须在将来。', en: 'The closing date must be to come.' },
  'portal.hearing.not_open': { status: 409, zh: '现在不在征集期内。', en: 'It is not open now.' },
  'portal.hearing.questions_missing': {
    status: 422,
    zh: '调查须有题目，单选、多选题须有选项。',
    en: 'A survey needs questions with options.',
  },
  'portal.hearing.answer_invalid': {
    status: 422,
    zh: '第 {question} 题没有按要求回答。',
    en: 'Question {question} is not answered as asked.',
  },
  'portal.hearing.voted': { status: 409, zh: '您已经填写过这份调查。', en: 'You have answered this survey.' },
});
