/** For the check that nothing of a template is missing (`brokenWordOf`). Pure. */

/** @returns the model with something harmless for each of these fields that holds a text. */
export function maskTyped<Model extends object>(model: Model, typed: readonly (keyof Model)[]): Model {
  const masked = typed.filter((field) => typeof model[field] === 'string').map((field) => [field, '·']);
  return { ...model, ...(Object.fromEntries(masked) as Partial<Model>) };
}
