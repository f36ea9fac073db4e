#!/usr/bin/env node
// A bureau's own system (单位自建办公系统) at the exchange: copy it and put your own work where polling.mjs says so.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Box } from './box.mjs';
import { makeKey } from './key.mjs';
import { Platform } from './platform.mjs';
import { poll } from './polling.mjs';
import { receiver } from './receiver.mjs';
import { send } from './sending.mjs';
import { readSettings, required } from './settings.mjs';

const usage = `usage: node bureau.mjs key | poll [--every <seconds>] | receive [--port <port>]
       node bureau.mjs send --pdf <file> --to <body> --title <title> --type <type> --number <代字:年:号> [--signatory <name>] [--text <text>]`;
const say = (line) => console.log(`${new Date().toISOString()} ${line}`);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());

const several = { type: 'string', multiple: true, default: [] };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ every: { type: 'string' }, port: { type: 'string', default: '8787' } },
    ...{ pdf: { type: 'string' }, to: several, title: { type: 'string' }, type: { type: 'string', default: 'letter' } },
    ...{ number: { type: 'string' }, signatory: several, text: { type: 'string' }, date: { type: 'string' } },
  },
});

const commands = {
  key: async () => say(`give this to the administrator: ${JSON.stringify(makeKey(required(process.env, 'BUREAU_KEY_FILE')))}`),

  poll: async () => {
    const { platform, box } = ready();
    const seconds = Number(values.every ?? 0);
    if (!(seconds > 0)) return poll(platform, box, say);
    for (;;) {
      await pollOrSay(platform, box);
      await pause(seconds * 1000, undefined, { signal: stop.signal });
    }
  },

  receive: async () => {
    const { platform, box } = ready();
    const waker = wakeable();
    const server = receiver(required(process.env, 'BUREAU_WEBHOOK_SECRET'), waker.wake, say);
    server.listen(Number(values.port), () => say(`listening at port ${server.address().port}`));
    try {
      // also once in a while without being told: what was posted while this was away is in the feed
      for (;;) {
        await pollOrSay(platform, box);
        await Promise.race([waker.woken(), pause(60_000, undefined, { signal: stop.signal })]);
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  },

  send: async () => {
    const { platform, box } = ready();
    for (const name of ['pdf', 'title', 'number']) if (!values[name]) throw new Error(`--${name} is missing\n${usage}`);
    const { pdf, to, title, type, number, signatory, text, date } = values;
    const issueDate = date ?? new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await send({ pdf, to, title, type, number, signatories: signatory, text, issueDate }, { platform, box, say });
  },
};

/** What goes wrong now is tried again the next time: the place in the feed is still the one before it. */
async function pollOrSay(platform, box) {
  try {
    await poll(platform, box, say);
  } catch (error) {
    if (!stop.signal.aborted) say(error.message);
  }
}

function ready() {
  const settings = readSettings();
  return { platform: new Platform(settings, stop.signal), box: new Box(settings.box) };
}

/** Told while it works, it works once more. */
function wakeable() {
  let told = false;
  let wake = () => undefined;
  return {
    wake: () => {
      told = true;
      wake();
    },
    woken: async () => {
      if (!told) await new Promise((resolve) => (wake = resolve));
      told = false;
    },
  };
}

try {
  const command = commands[positionals[0]];
  if (!command) throw new Error(usage);
  await command();
} catch (error) {
  if (!stop.signal.aborted) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
