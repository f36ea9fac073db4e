import { type Browser, chromium } from 'playwright-core';
import { jest } from '@jest/globals';

jest.setTimeout(60_000);

const baseUrl = process.env.KAREZ_TEST_BASE_URL ?? '';
let browser: Browser;
beforeAll(async () => {
  const executablePath = process.env.KAREZ_TEST_CHROMIUM ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(() => browser.close());

it('the documentation shows every service, asks no other host for anything, and breaks no rule of its own policy', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? complaints.push(message.text()) : undefined));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) =>
    /^(data|blob):/.test(request.url()) || request.url().startsWith(baseUrl) ? undefined : foreign.push(request.url()),
  );
  await page.goto(`${baseUrl}/api/docs`);
  await page.waitForSelector('.opblock-tag');
  expect(await page.locator('.opblock-tag').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringContaining('身份服务'), expect.stringContaining('文件服务')]),
  );
  await page.locator('.opblock-tag', { hasText: '身份服务' }).click();
  await page.locator('.opblock', { hasText: '/identity/sessions/refresh' }).first().click();
  await page.waitForSelector('.opblock-body');
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
  await page.close();
});
