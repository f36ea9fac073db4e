export interface NatsPermissions {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export interface NatsUser {
  readonly user: string;
  readonly password: string;
  /** Absent: may do everything. */
  readonly permissions?: NatsPermissions;
}

export interface NatsSettings {
  readonly port: number;
  readonly storeDir: string;
  readonly users: readonly NatsUser[];
  /** Write each message to disk before it is acknowledged; servers before 2.10 refuse the setting. */
  readonly syncAlways: boolean;
  /** Joins this broker with that of another node of the exchange. */
  readonly leaf?: LeafSettings;
}

/** Over leaf nodes pass posts between nodes and the answers to them; each side sees to that by itself. */
export interface LeafSettings {
  /** Name of this node; its JetStream keeps to itself under it. */
  readonly node: string;
  /** Where leaf nodes of others are accepted, and the password that they show as `leaf`. */
  readonly accept?: { readonly port: number; readonly password: string };
  /** `nats-leaf://leaf:password@host:port` of the broker that this one joins. */
  readonly join?: string;
}

const posts = ['node.*.post', '_INBOX.exchange.>'];
/** What a broker that this one joins could send: its permissions are its own, so what may come in is said here too. */
const neverFromOutside = (users: readonly NatsUser[]): string[] => [
  ...['cmd.>', 'qry.>', 'evt.>', '$JS.>', '$SYS.>', '_INBOX.*'],
  ...users.filter(({ user }) => user !== 'exchange').map(({ user }) => `_INBOX.${user}.>`),
];

/** Text of a nats-server configuration file; the server reads JSON as one of its notations. */
export function natsConfig({ port, storeDir, users: services, syncAlways, leaf }: NatsSettings): string {
  const permissions = { publish: posts, subscribe: posts };
  const users = leaf?.accept ? [...services, { user: 'leaf', password: leaf.accept.password, permissions }] : services;
  const config = {
    listen: `127.0.0.1:${port}`,
    server_name: leaf ? `karez-${leaf.node}` : 'karez',
    jetstream: { store_dir: storeDir, ...(leaf && { domain: leaf.node }), ...(syncAlways && { sync_interval: 'always' }) },
    authorization: {
      users: users.map(({ user, password, permissions }) => ({
        user,
        password,
        ...(permissions && {
          permissions: { publish: { allow: permissions.publish }, subscribe: { allow: permissions.subscribe }, allow_responses: true },
        }),
      })),
    },
    ...(leaf && { leafnodes: leafNodes(leaf, services) }),
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function leafNodes({ accept, join }: LeafSettings, users: readonly NatsUser[]): object {
  const denied = neverFromOutside(users);
  return {
    reconnect: 2,
    ...(accept && { listen: `127.0.0.1:${accept.port}` }),
    ...(join && { remotes: [{ url: join, deny_imports: denied, deny_exports: denied }] }),
  };
}
