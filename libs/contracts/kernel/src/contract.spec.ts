import { IsString } from 'class-validator';
import { command, defineApi, defineContract, defineFlow, definePermissions, Empty, pageOf, query } from './index.js';

class Row {
  @IsString() name!: string;
}
const row = { version: 1, needs: 'anyone', request: Empty, response: Empty, summary: '试' } as const;

describe('defineApi', () => {
  it('works out the subject of each operation', () => {
    const api = defineApi('wells', { digWell: command({ ...row, version: 2 }), listWells: query(row) });
    expect([api.digWell.subject, api.listWells.subject]).toEqual(['cmd.wells.digWell.v2', 'qry.wells.listWells.v1']);
  });
  it('denies what was not asked for: no step-up waived, five seconds to answer', () => {
    expect(defineApi('wells', { digWell: command(row) }).digWell).toMatchObject({ stepUp: false, deadlineMs: 5_000, status: 200 });
  });
  it('refuses two operations on one route', () => {
    const route = { ...row, http: 'GET /wells' } as const;
    expect(() => defineApi('wells', { one: query(route), two: query(route) })).toThrow('GET /wells is declared twice');
  });
});

describe('defineContract', () => {
  it('refuses an operation whose permission nobody could grant', () => {
    const api = defineApi('wells', { digWell: command({ ...row, needs: 'wells.well.dig' }) });
    const parts = { service: 'wells', title: '井', api, errors: {}, events: [] };
    expect(() => defineContract({ ...parts, permissions: {} })).toThrow('wells.well.dig');
    expect(defineContract({ ...parts, permissions: definePermissions({ 'wells.well.dig': { zh: '打井', en: 'Dig' } }) }).api).toBe(api);
  });
});

describe('defineFlow', () => {
  it('refuses a state that can never be reached', () => {
    expect(() => defineFlow<'dry' | 'wet' | 'lost'>('dry', { dry: ['wet'], wet: ['dry'], lost: [] })).toThrow('lost');
  });
});

it('names the page of a list after its row, so that the API document can', () => {
  expect(pageOf(Row).name).toBe('PageOfRow');
});
