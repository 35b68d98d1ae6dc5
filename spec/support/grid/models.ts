/** The models of the grid: proper mail of every kind, some hundred. */

import { addressModels } from './address-models.ts';
import { fileModels } from './file-models.ts';
import type { Model } from './model.ts';
import { structureModels } from './structure-models.ts';
import { textModels } from './text-models.ts';

export const models: readonly Model[] = [
  ...textModels,
  ...addressModels,
  ...fileModels,
  ...structureModels,
];
