import 'reflect-metadata';
import { plantDemonstration } from './seed/plant-demonstration.js';

const demonstration = !process.argv.includes('--base');
await plantDemonstration(process.env.KAREZ_DATABASE_URL ?? '', demonstration);
console.log(demonstration ? 'the sites are written when the bodies have come' : 'the word lists are entered at the next start');
