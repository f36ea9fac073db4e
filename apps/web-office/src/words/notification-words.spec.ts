import { notificationKinds } from '@karez/contracts-identity';
import { notificationWords } from './notification-words.js';

describe('notifications in words', () => {
  it.each(notificationKinds)('%s is said without its code, with or without parameters', (kind) => {
    for (const params of [
      {},
      { by: '陈一泓', role: '文书', orgName: '策勒县水利局', title: '文书岗', device: 'Edge', address: '10.6.3.20' },
    ] as Record<string, string>[]) {
      const { title, href } = notificationWords({ kind, params });
      expect(title).toMatch(/^[^a-z_]*(Edge)?[^a-z_]*$/);
      expect(title).not.toMatch(/undefined| {2}|，$/);
      expect(href).toMatch(/^\/account\//);
    }
  });

  it('says a kind of a newer server plainly', () => {
    expect(notificationWords({ kind: 'unheard_of' as never, params: {} }).title).toBe('您的账号有一项变动');
  });
});
