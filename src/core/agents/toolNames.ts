/** What the tools are called, the same in every surface; apart from what they are, so that whoever only lists them loads no more. */
export const toolNames = [
  'overview',
  'find_tasks',
  'get_task',
  'next_tasks',
  'check',
  'update_task',
  'add_task',
  'link',
] as const;

export type ToolName = (typeof toolNames)[number];

/** The name of a tool among those of all extensions. */
export function languageModelTool(name: ToolName): string {
  return `roadmap_${name}`;
}
