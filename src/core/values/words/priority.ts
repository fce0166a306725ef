import type { Priority } from '../../model/roadmap.js';

/** Words for a priority beside the English ones, by language, in lower case; compared as whole words. */
export const priorityWords: Readonly<Record<Priority, string>> = {
  critical:
    'kritisch|dringend|critique|urgente|urgent|crítica|crítico|critica|critico|pilne|krytyczny|критический|критично|срочно|критичний|терміново|紧急|緊急|最高|긴급|kritik|acil',
  high: 'hoch|haute|élevée|élevé|alta|alto|hoog|wysoki|wysoka|высокий|высокая|високий|висока|高|높음|상|yüksek|tinggi|cao|vysoká|hög',
  medium:
    'mittel|moyenne|moyen|media|medio|média|médio|gemiddeld|middel|średni|średnia|средний|средняя|середній|середня|中|보통|중간|중|orta|sedang|trung bình|střední|medel',
  low: 'niedrig|gering|basse|faible|baja|bajo|baixa|baixo|bassa|basso|laag|niski|niska|низкий|низкая|низький|низька|低|낮음|하|düşük|rendah|thấp|nízká|låg',
};
