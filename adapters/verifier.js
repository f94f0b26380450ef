#!/usr/bin/env node
// Adapter of a Verifier: JSON Lines in front of the challenge-response API of Veraison.
//
//   verifier.js URL    the URL below which there is /.well-known/veraison/verification
//
// recipe:  verifier: {adapter: [node, adapters/verifier.js, URL], key: ear.pem}
//
// The nonce of a session is what the evidence has to carry. What the event log names is for the
// owner to compare: where that is what a case is about, nothing here can tell.
'use strict';

const readline = require('node:readline');

const PROTOCOL = 'ccican-adapter/1';
const SESSION = 'application/vnd.veraison.challenge-response-session+json';
const PATIENCE = 8000; // milliseconds for one exchange, less than the suite has
const ROUNDS = 20;
const base = (process.argv[2] || '').replace(/\/$/, '');

class Otherwise extends Error {}

// One exchange; an answer of another status than expected is none.
async function exchange(url, method, headers, body, statuses) {
  const reply = await fetch(url, {
    method,
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!statuses.includes(reply.status)) {
    throw new Otherwise(`${method} answered with status ${reply.status}`);
  }
  return reply;
}

// A place that the service names has to be its own.
function own(from, named) {
  const place = new URL(named, from);
  if (place.origin !== new URL(base).origin) {
    throw new Otherwise('a place at another host');
  }
  return place;
}

function base64url(base64) {
  return base64.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

async function discovered() {
  const place = `${base}/.well-known/veraison/verification`;
  const reply = await exchange(place, 'GET', {}, undefined, [200]);
  const service = await reply.json();
  return {
    types: service['media-types'],
    begin: own(place, service['api-endpoints'].newChallengeResponseSession),
  };
}

// What a CMW collection holds besides evidence and endorsements stays here: claims and event log
// are no evidence of the hardware. A record is an array of media type, octets and indicator.
function collection(question) {
  const items = [['evidence', question.format, question.evidence, 4]];
  (question.endorsements || []).forEach((der, at) =>
    items.push([`endorsement-${at + 1}`, 'application/pkix-cert', der, 2]));
  const head = (major, size) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    if (size < 256) return Buffer.from([(major << 5) | 24, size]);
    if (size < 65536) return Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
    const wide = Buffer.alloc(5);
    wide[0] = (major << 5) | 26;
    wide.writeUInt32BE(size, 1);
    return wide;
  };
  const text = (value) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  const octets = (value) => Buffer.concat([head(2, value.length), value]);
  const parts = [head(5, items.length)];
  for (const [label, type, value, indicator] of items) {
    parts.push(text(label), head(4, 3), text(type), octets(Buffer.from(value, 'base64')));
    parts.push(head(0, indicator));
  }
  return Buffer.concat(parts);
}

async function appraise(question) {
  const service = await discovered();
  if (!service.types.includes(question.format) || !service.types.includes('application/cmw+cbor')) {
    return { outcome: 'unsupported', reason: `no evidence of type ${question.format}` };
  }
  const headers = { accept: SESSION, 'ccican-case': question.case };
  const nonce = base64url(question['report-data']);
  const begun = await exchange(`${service.begin}?nonce=${nonce}`, 'POST', headers, undefined, [201]);
  const place = own(service.begin, begun.headers.get('location'));
  const sent = { ...headers, 'content-type': 'application/cmw+cbor' };
  let reply = await exchange(place, 'POST', sent, collection(question), [200, 202]);
  for (let round = 0; reply.status === 202 && round < ROUNDS; round++) {
    await new Promise((done) => setTimeout(done, 200));
    reply = await exchange(place, 'GET', headers, undefined, [200, 202]);
  }
  const { result } = await reply.json();
  if (typeof result !== 'string') {
    return { outcome: 'error', reason: 'a session without result' };
  }
  // The token says whether it was accepted; the suite reads it and holds it against its rules.
  return {
    outcome: 'accepted',
    'media-type': 'application/eat+jwt',
    body: Buffer.from(result).toString('base64'),
  };
}

async function answer(question) {
  switch (question.op) {
    case 'start':
      return question.protocol === PROTOCOL && base.startsWith('http')
        ? { outcome: 'accepted' }
        : { outcome: 'unsupported', reason: 'the URL of a service is the one argument' };
    case 'stop':
      return { outcome: 'accepted' };
    case 'run':
      if (question.role === 'verifier' && question.action === 'appraise') {
        try {
          return await appraise(question);
        } catch (error) {
          return { outcome: 'error', reason: String(error.message || error).slice(0, 200) };
        }
      }
  }
  return { outcome: 'unsupported', reason: 'no such question' };
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line);
    const said = await answer(question);
    process.stdout.write(`${JSON.stringify({ id: question.id, ...said })}\n`);
    if (question.op === 'stop') break;
  }
  process.exit(0);
})();
