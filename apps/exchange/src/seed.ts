import 'reflect-metadata';
import { plantDemonstration } from './seed/plant-demonstration.js';

if (process.argv.includes('--base')) console.log('exchange begins empty');
else {
  const planted = await plantDemonstration(process.env.KAREZ_DATABASE_URL ?? '');
  console.log(planted ? 'the demonstration is played when the bodies have come' : 'exchange holds documents already');
}
