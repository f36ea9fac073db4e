import 'reflect-metadata';
import { plantDemonstration } from './seed/plant-demonstration.js';

if (process.argv.includes('--base')) console.log('nothing to plant without the demonstration');
else {
  await plantDemonstration(process.env.KAREZ_DATABASE_URL ?? '');
  console.log('the working month is played when people and bodies have come');
}
