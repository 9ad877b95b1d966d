/** The component families of `@portico/ui`: one export and one shared module each. */
export const uiFamilies = ['page', 'card', 'tabs', 'table', 'states', 'badge', 'link', 'button', 'field'] as const;
