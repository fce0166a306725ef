import type { Status } from '../../model/status.js';

/** The word to write for each status, by language, in lower case. English stands first. */
const languages: readonly Readonly<Record<Status, string>>[] = [
  { todo: 'planned', doing: 'in progress', blocked: 'blocked', done: 'done', cancelled: 'cancelled' },
  { todo: 'geplant', doing: 'in Arbeit', blocked: 'blockiert', done: 'erledigt', cancelled: 'abgebrochen' },
  { todo: 'à faire', doing: 'en cours', blocked: 'bloqué', done: 'terminé', cancelled: 'annulé' },
  { todo: 'pendiente', doing: 'en progreso', blocked: 'bloqueado', done: 'completado', cancelled: 'cancelado' },
  { todo: 'pendente', doing: 'em andamento', blocked: 'bloqueado', done: 'concluído', cancelled: 'cancelado' },
  { todo: 'da fare', doing: 'in corso', blocked: 'bloccato', done: 'completato', cancelled: 'annullato' },
  { todo: 'gepland', doing: 'bezig', blocked: 'geblokkeerd', done: 'afgerond', cancelled: 'geannuleerd' },
  { todo: 'do zrobienia', doing: 'w trakcie', blocked: 'zablokowane', done: 'gotowe', cancelled: 'anulowane' },
  { todo: 'запланировано', doing: 'в работе', blocked: 'заблокировано', done: 'готово', cancelled: 'отменено' },
  { todo: 'заплановано', doing: 'в роботі', blocked: 'заблоковано', done: 'виконано', cancelled: 'скасовано' },
  { todo: '待办', doing: '进行中', blocked: '受阻', done: '已完成', cancelled: '已取消' },
  { todo: '待辦', doing: '進行中', blocked: '暫停', done: '已完成', cancelled: '已取消' },
  { todo: '未着手', doing: '進行中', blocked: '保留', done: '完了', cancelled: '中止' },
  { todo: '예정', doing: '진행 중', blocked: '중단', done: '완료', cancelled: '취소' },
  { todo: 'yapılacak', doing: 'devam ediyor', blocked: 'beklemede', done: 'tamamlandı', cancelled: 'iptal' },
];

/** Signs of a language beyond its words: the letters it alone is written in. */
const letters: readonly (readonly [RegExp, number])[] = [
  [/[ぁ-ヿ]/u, 12],
  [/[가-힯]/u, 13],
  [/[іїєґ]/iu, 9],
  [/[а-я]/iu, 8],
];

/** Words for each status in the language that most of `texts` are in; English where none is known. */
export function preferredWords(texts: readonly string[]): Readonly<Record<Status, string>> {
  const scores = languages.map(() => 0);
  for (const text of texts) {
    const word = text.trim().toLowerCase();
    languages.forEach((language, index) => {
      if (Object.values(language).some((known) => known.toLowerCase() === word)) scores[index]!++;
    });
    for (const [pattern, index] of letters) if (pattern.test(word)) scores[index]! += 0.5;
  }
  const best = scores.indexOf(Math.max(...scores));
  return languages[scores[best]! > 0 ? best : 0]!;
}
