// The suite as it runs for whoever tries it, and people in browsers of their own.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const here = import.meta.dirname;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = process.env.BACKOFFICE_PICTURES ?? join(here, 'pictures');

export const screens = {
  desktop: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
};

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Starts the demonstration and a browser; `stop` ends both. */
export async function openOffice() {
  const suite = process.env.BACKOFFICE_CONSOLE_SUITE ? runningSuite() : await startSuite();
  const browser = await chromium.launch({
    executablePath: process.env.BACKOFFICE_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'],
  });
  return { ...suite, browser, stop: async () => { await browser.close(); await suite.end(); } };
}

/** `BACKOFFICE_CONSOLE_SUITE=<address> <password> [<its folder>]` names one that runs already. */
function runningSuite() {
  const [origin, password, data] = process.env.BACKOFFICE_CONSOLE_SUITE.split(' ');
  return { origin, password, data, end: async () => undefined };
}

async function startSuite() {
  const data = mkdtempSync(join(tmpdir(), 'backoffice-console-'));
  const [http, grpc] = [await freePort(), await freePort()];
  const program = join(here, '../../services/host/bin/Debug/net10.0/backoffice');
  const suite = spawn(program, ['up', '--demo', '--data', data, '--http', String(http), '--grpc', String(grpc)]);
  let said = '';
  const ended = new Promise((resolve) => suite.once('exit', resolve));
  await new Promise((resolve, reject) => {
    suite.once('error', reject);
    suite.once('exit', () => reject(new Error(`The suite did not start:\n${said}`)));
    const hear = (words) => {
      said += words;
      if (said.includes('READY')) resolve();
    };
    suite.stdout.on('data', hear);
    suite.stderr.on('data', hear);
  });
  return {
    origin: `http://localhost:${http}`,
    password: /Demo-[0-9a-f]{10}/.exec(said)[0],
    data,
    end: async () => {
      suite.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/**
 * Somebody in a browser of their own. Whatever leaves the origin, and every error on the console, is kept and told by `leave`;
 * `expected` names errors that a journey provokes.
 */
export class Person {
  constructor(office, account, context, page) {
    Object.assign(this, { office, account, context, page, faults: [], expected: [] });
    context.on('request', (request) => {
      if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== office.origin) this.faults.push(`left the origin: ${request.url()}`);
    });
    context.on('console', (message) => message.type() === 'error' && this.faults.push(`console: ${message.text()}`));
    context.on('weberror', (error) => this.faults.push(`script: ${error.error().stack}`));
  }

  static async comes(office, account, { screen = 'desktop', language, theme, large = false } = {}) {
    const context = await office.browser.newContext({ viewport: screens[screen], isMobile: screen === 'phone', hasTouch: screen === 'phone', colorScheme: theme ?? 'light', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    if (language || large) await context.addInitScript((chosen) => localStorage.setItem('backoffice.preferences', JSON.stringify(chosen)), { ...(language && { language }), large });
    // Long, for a busy machine; whoever waits is answered by an element, never by the clock.
    context.setDefaultTimeout(Number(process.env.BACKOFFICE_PATIENCE ?? 60_000));
    return new Person(office, account, context, await context.newPage());
  }

  /** By the real sign-in, which leads back to the address asked for. */
  async signsIn(path = '/console/') {
    await this.page.goto(this.office.origin + path);
    await this.givesPassword(this.page);
    await this.page.waitForSelector('.shell');
    return this;
  }

  /** At the page of sign-in, wherever it came up. */
  async givesPassword(page, password = this.office.password) {
    await page.fill('#login', this.account);
    await page.fill('#password', password);
    await page.click('button[type=submit]');
  }

  /** Nothing but what a screen reader and a keyboard can use: no serious fault. */
  async findsNoSeriousFault() {
    await this.page.evaluate(axe);
    const found = await this.page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    const serious = found.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
    assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 3).join(' | ')}`), []);
  }

  /** Nothing is wider than the screen but what scrolls by itself. */
  async fits() {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${this.page.url()} is ${wide} px wider than the screen`);
  }

  async picture(name) {
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  async leaves() {
    await this.context.close();
    assert.deepEqual(this.faults.filter((fault) => !this.expected.some((words) => fault.includes(words))), []);
  }
}

/**
 * The office of one file of journeys, open while its tests run; whoever came leaves after each. `comes` opens a browser,
 * `signedIn` also signs in.
 */
export function journeys({ picturesAtTheEnd = false } = {}) {
  const office = {};
  const present = [];
  before(async () => Object.assign(office, await openOffice()));
  after(() => office.stop?.());
  afterEach(async () => {
    // How each left the page, for whoever looks for what went wrong.
    if (picturesAtTheEnd) for (const person of present) await person.picture(`last-${person.account}`);
    for (const person of present.splice(0)) await person.leaves();
  });
  const comes = async (account, options = {}) => {
    const person = await Person.comes(office, account, options);
    present.push(person);
    return person;
  };
  const signedIn = async (account, options = {}, path = '/console/') => (await comes(account, options)).signsIn(path);
  return { office, comes, signedIn };
}
