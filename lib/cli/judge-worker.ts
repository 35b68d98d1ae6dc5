/** A thread that judges one message after the other. */

import { parentPort, workerData } from 'node:worker_threads';
import { type Judging, judged } from './judge.ts';

const judging: Judging = workerData;

parentPort?.on('message', (octets: Uint8Array) => {
  parentPort?.postMessage(judged(octets, judging));
});
