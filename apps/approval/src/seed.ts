import 'reflect-metadata';
import { plantCatalogue } from './seed/plant-catalogue.js';

const withDemonstration = !process.argv.includes('--base');
const planted = await plantCatalogue(process.env.KAREZ_DATABASE_URL ?? '', { withDemonstration });
console.log(planted ? 'the catalogue is published when the bodies have come' : 'approval has a catalogue already');
