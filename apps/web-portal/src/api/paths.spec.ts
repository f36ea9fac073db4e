import { caseApi, documentApi, itemApi } from '@karez/contracts-approval';
import { disclosureRequestApi, hearingApi, letterApi, readingApi } from '@karez/contracts-portal';
import { addressOf, reading, writing } from './paths.js';

it.each([
  [reading.home, readingApi.getSiteHome],
  [reading.column, readingApi.listColumnArticles],
  [reading.article, readingApi.getPublicArticle],
  [reading.disclosures, readingApi.listDisclosures],
  [reading.disclosureFacets, readingApi.getDisclosureFacets],
  [reading.search, readingApi.searchPortal],
  [reading.feed, readingApi.getArticleFeed],
  [reading.sitemap, readingApi.listSitemap],
  [reading.letters, letterApi.listPublicLetters],
  [reading.hearings, hearingApi.listPublicHearings],
  [reading.hearing, hearingApi.getPublicHearing],
  [reading.items, itemApi.listItems],
  [reading.item, itemApi.getItem],
  [reading.progress, caseApi.getProgress],
  [reading.verify, documentApi.verifyDocument],
])('%s is read as its contract declares it, by anybody', (path, operation) => {
  expect([operation.http, operation.needs]).toEqual([`GET ${path}`, 'anyone']);
});

it.each([
  [writing.sendLetter, letterApi.sendLetter],
  [writing.followLetter, letterApi.followLetter],
  [writing.rateLetter, letterApi.rateLetter],
  [writing.requestDisclosure, disclosureRequestApi.requestDisclosure],
  [writing.followRequest, disclosureRequestApi.followDisclosureRequest],
  [writing.correctRequest, disclosureRequestApi.correctDisclosureRequest],
  [writing.sendOpinion, hearingApi.sendOpinion],
  [writing.answerSurvey, hearingApi.answerSurvey],
])('%s is sent as its contract declares it, by anybody', (path, operation) => {
  expect([operation.http, operation.needs]).toEqual([`POST ${path}`, 'anyone']);
});

it('lays a question out: names of the route in the path, the rest in the query', () => {
  expect(addressOf(reading.column, { site: 'slt', column: 'a/../b', language: 'ug', after: undefined })).toBe(
    '/portal/public/sites/slt/columns/a%2F..%2Fb/articles?language=ug',
  );
});
