import 'reflect-metadata';

const marked = (): MethodDecorator => () => undefined;

/** Stands for a worker: decorated, imported from source, and killed in the middle. */
class Counter {
  @marked()
  count(to: number): void {
    console.log(`counted to ${to}`);
  }
}

console.log(
  `parameters: ${(Reflect.getMetadata('design:paramtypes', Counter.prototype, 'count') as { name: string }[]).map(({ name }) => name).join()}`,
);
new Counter().count(Number(process.argv[2]));
setInterval(() => undefined, 1000);
