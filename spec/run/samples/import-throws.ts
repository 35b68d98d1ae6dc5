/** A bad suite: the file throws when it is imported. */

throw new Error('from the file');

export {};
