import { fieldOfWord } from '../../../../src/core/values/words/fields.js';
import { checkTable } from '../../../support/values.js';

describe('The name of a field', () => {
  checkTable(
    {
      priority: 'priority',
      priorität: 'priority',
      优先级: 'priority',
      aufwand: 'effort',
      工数: 'effort',
      担当者: 'owner',
      ответственный: 'owner',
      estado: 'status',
      состояние: 'status',
      'due date': 'due',
      frist: 'due',
      마감일: 'due',
      'depends on': 'dependsOn',
      'blocked by': 'dependsOn',
      'dépend de': 'dependsOn',
      tags: 'labels',
      issue: 'references',
      feature: undefined,
    },
    fieldOfWord,
  );
});
