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
}

/** Text of a nats-server configuration file; the server reads JSON as one of its notations. */
export function natsConfig({ port, storeDir, users, syncAlways }: NatsSettings): string {
  const config = {
    listen: `127.0.0.1:${port}`,
    server_name: 'karez',
    jetstream: { store_dir: storeDir, ...(syncAlways && { sync_interval: 'always' }) },
    authorization: {
      users: users.map(({ user, password, permissions }) => ({
        user,
        password,
        ...(permissions && {
          permissions: { publish: { allow: permissions.publish }, subscribe: { allow: permissions.subscribe }, allow_responses: true },
        }),
      })),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}
