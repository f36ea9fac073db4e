// deploy/nats/authorization.conf: one NATS user for each service, allowed exactly the subjects that its edges in
// deploy/service-graph.json need, and the operator. The server takes the passwords from its environment.
import { readServiceGraph, usersOf } from '../cli/servers/service-graph.ts';
import { writeOrCheck } from './generated.mjs';

const password = (user) => `$KAREZ_NATS_PASSWORD_${user.toUpperCase().replaceAll('-', '_')}`;
const list = (subjects) => `[${subjects.map((subject) => `\n          ${JSON.stringify(subject)}`).join('')}\n        ]`;

const users = usersOf(readServiceGraph()).map(
  ({ user, permissions }) => `    {
      user: ${user}
      password: ${password(user)}
      permissions: {
        publish: { allow: ${list(permissions.publish)} }
        subscribe: { allow: ${list(permissions.subscribe)} }
        allow_responses: true
      }
    }`,
);

const text = `# Generated from deploy/service-graph.json by tools/deploy/nats-users.mjs; change the graph, not this file.
authorization {
  users: [
    { user: operator, password: ${password('operator')} }
${users.join('\n')}
  ]
}
`;
writeOrCheck({ 'deploy/nats/authorization.conf': text }, 'node tools/deploy/nats-users.mjs');
