/** Who sends: From, Sender and Return-Path beside what the request says. */

import type { MessageRule } from '../../rule.ts';

export const senderRules: readonly MessageRule[] = [];
