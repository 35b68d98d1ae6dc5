/** Threads that judge: each has one message at a time, so that memory stays bounded. */

import { Worker } from 'node:worker_threads';
import type { Report } from '../index.ts';
import type { Judges, Judging } from './judge.ts';

/** The worker beside this file, whatever it is compiled to. */
const WORKER = new URL(`./judge-worker${import.meta.url.slice(-3)}`, import.meta.url);

/**
 * Starts threads; whoever asks for a verdict waits until one is free. Where a thread breaks down,
 * everybody who waits is told why, and whoever comes later.
 */
export function judgesInThreads(count: number, judging: Judging, program: URL = WORKER): Judges {
  const bench = new Bench(
    Array.from({ length: count }, () => new Worker(program, { workerData: judging })),
  );
  return {
    judge: (octets) => bench.judge(octets),
    end: () => bench.end(),
  };
}

/** A message that is not judged yet. */
interface Case {
  readonly octets: Uint8Array;
  readonly resolve: (report: Report) => void;
  readonly reject: (error: unknown) => void;
}

class Bench {
  readonly #workers: readonly Worker[];
  readonly #free: Worker[] = [];
  readonly #waiting: Case[] = [];
  readonly #underWay = new Map<Worker, Case>();
  #fault: unknown;

  constructor(workers: readonly Worker[]) {
    this.#workers = workers;
    for (const worker of workers) {
      this.#free.push(worker);
      worker.on('message', (report: Report) => this.#done(worker, report));
      worker.on('error', (error) => this.#breakDown(error));
      worker.on('exit', (status) => this.#breakDown(new Error(`a thread ended: ${status}`)));
    }
  }

  judge(octets: Uint8Array): Promise<Report> {
    return new Promise((resolve, reject) => {
      if (this.#fault !== undefined) reject(this.#fault);
      else {
        this.#waiting.push({ octets, resolve, reject });
        this.#assign();
      }
    });
  }

  async end(): Promise<void> {
    this.#fault ??= new Error('the threads have ended');
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    const worker = this.#waiting.length === 0 ? undefined : this.#free.pop();
    const next = worker && this.#waiting.shift();
    if (worker === undefined || next === undefined) return;
    this.#underWay.set(worker, next);
    // Octets may be part of a larger buffer, an mbox, which would be handed over as a whole.
    const own = new Uint8Array(next.octets);
    worker.postMessage(own, [own.buffer]);
  }

  #done(worker: Worker, report: Report): void {
    const judged = this.#underWay.get(worker);
    this.#underWay.delete(worker);
    this.#free.push(worker);
    this.#assign();
    judged?.resolve(report);
  }

  #breakDown(error: unknown): void {
    this.#fault ??= error;
    for (const { reject } of [...this.#underWay.values(), ...this.#waiting]) reject(this.#fault);
    this.#underWay.clear();
    this.#waiting.length = 0;
  }
}
