import type { Ignore } from '../model/problem.js';
import { ambiguousTask } from './ambiguousTask.js';
import { circularDependency } from './circularDependency.js';
import { closedByCommit } from './closedByCommit.js';
import { closedTask } from './closedTask.js';
import { doneBeforeDependency } from './doneBeforeDependency.js';
import { doneWithTodos } from './doneWithTodos.js';
import { formerId } from './formerId.js';
import { metricUnmeasured } from './metricUnmeasured.js';
import { overdue } from './overdue.js';
import { parentStatus } from './parentStatus.js';
import { reviewOverdue } from './reviewOverdue.js';
import type { ActivitySubject, MetricSubject, PlanSubject, Rule, TimingSubject, TodoSubject } from './rule.js';
import { sectionStatus } from './sectionStatus.js';
import { unknownDependency } from './unknownDependency.js';
import { unknownIgnore } from './unknownIgnore.js';
import { unknownTask } from './unknownTask.js';

/** Rules by what they are about. */
export interface Rules {
  readonly todos: readonly Rule<TodoSubject>[];
  readonly plan: readonly Rule<PlanSubject>[];
  readonly timing: readonly Rule<TimingSubject>[];
  readonly activity: readonly Rule<ActivitySubject>[];
  readonly metrics: readonly Rule<MetricSubject>[];
  readonly ignores: readonly Rule<readonly Ignore[]>[];
}

/** Every rule. What a single file can be wrong in by itself is found where it is read; docs/problems.md has all codes. */
export const rules: Rules = {
  todos: [unknownTask, ambiguousTask, closedTask, formerId],
  plan: [parentStatus, sectionStatus, unknownDependency, circularDependency, doneBeforeDependency],
  timing: [overdue, reviewOverdue],
  activity: [doneWithTodos, closedByCommit],
  metrics: [metricUnmeasured],
  ignores: [unknownIgnore],
};
