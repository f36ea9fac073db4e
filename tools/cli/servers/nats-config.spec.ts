import { natsConfig } from './nats-config.ts';
import { atLeast } from './nats.ts';
import { readServiceGraph, usersOf, type ServiceGraph } from './service-graph.ts';

const graph: ServiceGraph = {
  services: { office: { calls: ['files'] }, files: { consumes: ['office'], watches: ['office'] } },
  subjects: {
    self: { publish: ['evt.{self}.>'], subscribe: ['cmd.{self}.>', '_INBOX.{self}.>'] },
    calls: { publish: ['cmd.{peer}.>'] },
    watches: { subscribe: ['evt.{peer}.>'] },
    federates: { subscribe: ['node.*.post'] },
    consumes: { publish: ['$JS.ACK.EVT_{peer}.{self}.>'] },
  },
};

describe('usersOf', () => {
  it('allows each service its own subjects and those of its edges, nothing else', () => {
    expect(usersOf(graph)).toEqual([
      { user: 'office', permissions: { publish: ['evt.office.>', 'cmd.files.>'], subscribe: ['cmd.office.>', '_INBOX.office.>'] } },
      {
        user: 'files',
        permissions: {
          publish: ['evt.files.>', '$JS.ACK.EVT_office.files.>'],
          subscribe: ['cmd.files.>', '_INBOX.files.>', 'evt.office.>'],
        },
      },
    ]);
  });

  it('refuses an edge to a service that is not there', () => {
    const broken = { ...graph, services: { office: { calls: ['fiels'] } } };
    expect(() => usersOf(broken)).toThrow('office names fiels, which is no service there');
  });

  it('lets nobody publish another service’s events or listen to another’s inbox in the real graph', () => {
    for (const { user, permissions } of usersOf(readServiceGraph())) {
      const events = permissions.publish.filter((subject) => subject.startsWith('evt.'));
      const inboxes = permissions.subscribe.filter((subject) => subject.startsWith('_INBOX'));
      expect(events.every((subject) => subject === `evt.${user}.>`)).toBe(true);
      expect(inboxes).toEqual([`_INBOX.${user}.>`]);
      expect([...permissions.publish, ...permissions.subscribe]).not.toContain('>');
    }
  });
});

describe('natsConfig', () => {
  const settings = { port: 4333, storeDir: '/data', users: [{ user: 'operator', password: 'p' }], syncAlways: false };

  it('gives a user without permissions everything and listens on the loopback alone', () => {
    expect(JSON.parse(natsConfig(settings))).toEqual({
      listen: '127.0.0.1:4333',
      server_name: 'karez',
      jetstream: { store_dir: '/data' },
      authorization: { users: [{ user: 'operator', password: 'p' }] },
    });
  });

  it('asks for a write to disk before the acknowledgement where the server can', () => {
    expect(natsConfig({ ...settings, syncAlways: true })).toContain('"sync_interval": "always"');
  });

  it.each([
    ['nats-server: v2.9.10', false],
    ['nats-server: v2.10.27', true],
    ['nats-server: v3.0.0', true],
    ['', false],
  ])('reads the version of %p', (line, result) => expect(atLeast(line, 2, 10)).toBe(result));
});
