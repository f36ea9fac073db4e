import type { Names } from '../names.ts';
import { file } from './template.ts';

/** k8s/base/<service>/kustomization.yaml of a service with a database, on the bus. */
export const kustomization = ({ kebab }: Names): string => file`
  apiVersion: kustomize.config.k8s.io/v1beta1
  kind: Kustomization
  resources: [../../template]
  components: [../../components/database, ../../components/bus]
  nameSuffix: -${kebab}
  labels: [{ pairs: { app.kubernetes.io/name: ${kebab} }, includeSelectors: true }]
  images: [{ name: karez, newName: karez/${kebab}, newTag: 0.1.0 }]
  # addresses with passwords: the Secret bears the Deployment's name
  replacements:
    - source: { kind: Deployment, fieldPath: metadata.name }
      targets: [{ select: { kind: Deployment }, fieldPaths: ['spec.template.spec.containers.*.env.*.valueFrom.secretKeyRef.name'] }]
    - source: { kind: Job, fieldPath: metadata.name }
      targets: [{ select: { kind: Job }, fieldPaths: ['spec.template.spec.containers.*.env.*.valueFrom.secretKeyRef.name'] }]
`;

/** The two containers of a service in docker-compose.yml, as entries of `services`. */
export function containers({ kebab, snake }: Names): string {
  const upper = snake.toUpperCase();
  const text = file`
    ${kebab}-migrate:
      <<: *hardened
      image: karez/${kebab}:\${KAREZ_VERSION:-0.1.0}
      build: { context: ., dockerfile: apps/${kebab}/Dockerfile }
      restart: 'no'
      command: [node, dist/migrate.js]
      environment:
        <<: *environment
        KAREZ_MIGRATION_URL: postgres://karez_${snake}_owner:\${KAREZ_DB_PASSWORD_${upper}_OWNER}@postgres:5432/karez_${snake}
      healthcheck: { disable: true }
      depends_on: { postgres: { condition: service_healthy } }

    ${kebab}:
      <<: *hardened
      image: karez/${kebab}:\${KAREZ_VERSION:-0.1.0}
      environment:
        <<: *environment
        KAREZ_DATABASE_URL: postgres://karez_${snake}:\${KAREZ_DB_PASSWORD_${upper}}@postgres:5432/karez_${snake}
        KAREZ_NATS_URL: nats://${kebab}:\${KAREZ_NATS_PASSWORD_${upper}}@nats:4222
        KAREZ_NATS_REPLICAS: '1'
        KAREZ_REDIS_URL: redis://:\${KAREZ_REDIS_PASSWORD}@redis:6379
      depends_on:
        <<: *bus-up
        ${kebab}-migrate: { condition: service_completed_successfully }
  `;
  return text.replaceAll(/^(?=.)/gm, '  ');
}
