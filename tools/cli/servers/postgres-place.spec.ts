import { unprivilegedUser } from './postgres-place.ts';

const passwd = ['root:x:0:0:root:/root:/bin/bash', 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'].join('\n');

it('runs PostgreSQL as the user of its package, else as nobody, never as root', () => {
  expect(unprivilegedUser(`${passwd}\npostgres:x:101:104:PostgreSQL:/var/lib/postgresql:/bin/bash`)).toEqual({ uid: 101, gid: 104 });
  expect(unprivilegedUser(passwd)).toEqual({ uid: 65534, gid: 65534 });
  expect(() => unprivilegedUser('root:x:0:0:root:/root:/bin/bash')).toThrow('useradd --system postgres');
});
