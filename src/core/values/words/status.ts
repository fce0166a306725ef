import type { Status } from '../../model/roadmap.js';

/**
 * Words that say where an item stands, by status and language, in lower case: as a field's value, in a bracket or as the
 * name of a section. Forms a person would read alike (gender, number) stand side by side. A phrase that is also
 * the beginning of ordinary sentences is left out.
 */
export const statusWords: Readonly<Record<Status, readonly string[]>> = {
  done: [
    'done|complete|completed|finished|shipped|released|delivered|implemented|closed|resolved|achieved|merged|deployed|landed|accomplished|already done|all done|fully implemented|recently completed|recently shipped',
    'erledigt|fertig|fertiggestellt|abgeschlossen|umgesetzt|veröffentlicht|behoben', // de
    'terminé|terminée|terminés|terminées|fini|finie|fait|faite|faits|achevé|achevée|livré|livrée|réalisé|réalisée', // fr
    'hecho|hecha|hechos|completado|completada|completados|completadas|terminado|terminada|finalizado|finalizada|listo|lista|realizado|realizada', // es
    'concluído|concluída|concluídos|concluídas|feito|feita|feitos|completo|completa|completos|finalizados|entregue|entregues|pronto|pronta', // pt
    'fatto|fatta|fatti|completato|completata|completati|finito|concluso|rilasciato', // it
    'voltooid|klaar|gedaan|afgerond|opgeleverd', // nl
    'zrobione|gotowe|ukończone|ukończono|zakończone|zakończono|wykonane', // pl
    'готово|выполнено|сделано|завершено|завершён|завершен|завершена|завершённые|завершенные|реализовано|выполнен|выполнена|закрыто', // ru
    'виконано|зроблено|завершений|завершені|реалізовано|виконані|закрито', // uk
    '已完成|完成|已实现|已发布|已上线|已交付|已结束|已修复', // zh-Hans
    '已實現|已發佈|已上線|已交付|已結束|已修復', // zh-Hant
    '完了|完了済み|実装済み|実装済|済み|済|対応済み|リリース済み|完成済み', // ja
    '완료|완료됨|완성|구현 완료|구현완료|개발 완료|배포 완료', // ko
    'tamamlandı|bitti|yapıldı', // tr
    'selesai', // id
    'hoàn thành|đã hoàn thành|đã xong', // vi
    'hotovo|dokončeno|färdig|klart|slutförd', // cs, sv
  ],
  doing: [
    'doing|in progress|in-progress|wip|work in progress|ongoing|active|started|underway|under way|partial|partially|partially done|partially complete|partially completed|partially implemented|partly done|mostly done|mostly complete|almost done|nearly done|in development|under development|in active development|in review|under review|in testing|in implementation|currently working on|working on|in work|in flight|in preview|in beta',
    'in arbeit|in bearbeitung|in entwicklung|laufend|begonnen|angefangen|teilweise|teilweise erledigt',
    'en cours|en cours de réalisation|en développement|commencé|commencée|partiel|partielle|partiellement',
    'en progreso|en proceso|en curso|en desarrollo|iniciado|parcial|parcialmente',
    'em andamento|em progresso|em desenvolvimento|em curso|iniciada|fazendo',
    'in corso|in lavorazione|in sviluppo|iniziato|parziale',
    'bezig|mee bezig|in uitvoering|lopend|gedeeltelijk',
    'w trakcie|w toku|w trakcie realizacji|rozpoczęte|częściowo',
    'в работе|в процессе|в разработке|начато|выполняется|частично|частично готово|частично выполнено',
    'в роботі|у роботі|в процесі|у процесі|в розробці|розпочато|виконується|частково',
    '进行中|开发中|正在进行|实施中|部分完成|测试中|已开始',
    '進行中|開發中|正在進行|測試中|已開始',
    '着手中|開発中|作業中|対応中|実装中|実施中|仕掛中|一部完了|一部実装',
    '진행 중|진행중|개발 중|개발중|작업 중|작업중|부분 완료|일부 완료',
    'devam ediyor|yapılıyor|sürüyor',
    'sedang berjalan|sedang dikerjakan|berlangsung',
    'đang thực hiện|đang làm|đang tiến hành',
    'probíhá|rozpracováno|pågår|pågående',
  ],
  todo: [
    'todo|to do|to-do|planned|pending|open|not started|not yet started|not yet|not begun|not done|not implemented|not yet implemented|not complete|incomplete|unstarted|backlog|proposed|upcoming|scheduled|future|queued|ideas|deferred|postponed|wishlist|wish list|coming soon|under consideration',
    'offen|geplant|zu erledigen|ausstehend|noch offen|nicht begonnen|ideen|vorgeschlagen|zurückgestellt|anstehend',
    'à faire|a faire|prévu|prévue|prévus|planifié|planifiée|en attente|non commencé|à venir|idées|reporté|proposé',
    'pendiente|pendientes|por hacer|planificado|planificada|planeado|sin empezar|no iniciado|próximamente|propuesto|futuro',
    'pendente|pendentes|a fazer|planejado|planejada|planeada|não iniciado|não iniciada|em breve|proposto',
    'da fare|pianificato|pianificata|in programma|non iniziato|in sospeso|proposto|previsto',
    'te doen|nog te doen|gepland|open punten|niet begonnen',
    'do zrobienia|zaplanowane|planowane|oczekujące|nierozpoczęte|nie rozpoczęto',
    'запланировано|планируется|в планах|не начато|ожидает|к выполнению|предстоит|сделать|нужно сделать|отложено|открыто',
    'заплановано|планується|у планах|не розпочато|очікує|до виконання|зробити|треба зробити|відкладено|відкрито',
    '待办|待完成|待开始|未开始|计划中|规划中|已计划|待实现|未完成|待定|待处理|待开发|未实现|计划',
    '待辦|待開始|未開始|計劃中|規劃中|已計劃|待實現|待處理|待開發|計畫中',
    '未着手|予定|未完了|未実装|未対応|計画中|検討中|今後の予定|今後',
    '예정|대기|대기 중|대기중|미완료|미시작|시작 전|계획|계획됨|계획 중|할 일|미구현|보류',
    'yapılacak|planlandı|bekliyor|planlanan|başlamadı',
    'direncanakan|akan datang|belum dimulai|belum',
    'chưa làm|chưa bắt đầu|dự kiến|cần làm',
    'plánováno|naplánováno|att göra|planerad|planerat',
  ],
  blocked: [
    'blocked|on hold|on-hold|waiting|paused|stuck|halted|suspended|stalled',
    'blockiert|pausiert|wartet|angehalten',
    'bloqué|bloquée|en pause|suspendu',
    'bloqueado|bloqueada|en espera|en pausa|pausado|em espera|em pausa|pausada|impedido', // es, pt
    'bloccato|bloccata|in pausa|in attesa|sospeso',
    'geblokkeerd|in de wacht|gepauzeerd',
    'zablokowane|wstrzymane',
    'заблокировано|приостановлено|на паузе|заблоковано|призупинено|на паузі', // ru, uk
    '阻塞|已阻塞|受阻|暂停|已暂停|搁置|暫停|已暫停|受阻中|擱置', // zh
    '保留|保留中|ブロック中|ブロック|停止中|中断|中断中',
    '차단|차단됨|중단|일시 중지|일시중지',
    'engellendi|beklemede|tertunda|bị chặn|blokováno|blockerad', // tr, id, vi, cs, sv
  ],
  cancelled: [
    "cancelled|canceled|dropped|rejected|abandoned|won't do|wont do|won't implement|wontfix|won't fix|removed|discarded|declined|obsolete|superseded|not doing",
    'abgebrochen|verworfen|gestrichen|abgelehnt|entfällt',
    'annulé|annulée|abandonné|abandonnée|rejeté|rejetée',
    'cancelado|cancelada|descartado|descartada|rechazado|abandonado|rejeitado', // es, pt
    'annullato|annullata|scartato|rifiutato',
    'geannuleerd|vervallen|afgewezen',
    'anulowane|porzucone|odrzucone',
    'отменено|отменён|отменен|отклонено|скасовано|відхилено', // ru, uk
    '已取消|取消|已废弃|废弃|已放弃|放弃|已廢棄|已放棄', // zh
    '中止|キャンセル|却下|廃止|見送り',
    '취소|취소됨|폐기',
    'iptal|iptal edildi|dibatalkan|đã hủy|zrušeno|avbruten|inställd', // tr, id, vi, cs, sv
  ],
};

/** Words that say it as a value of a field or cell alone: elsewhere `Testing` is a section, `(beta)` part of a title. */
export const valueWords: Readonly<Record<Status, string>> = {
  done: 'fixed|yes|passed|verified|ok|stable|available|supported|ja|oui|sí|sim|да|так|是|はい|예',
  doing: 'testing|implementing|current|building|researching|investigating|beta|alpha|experimental|ongoing work',
  todo: 'planning|planned work|draft|approved|accepted|new|queue|idea|tbd|unplanned|missing|no|none|nein|non|нет|ні|否|いいえ|아니오',
  blocked: 'blocker|needs decision|awaiting decision',
  cancelled: 'skipped|n/a|not applicable|not planned|deprecated',
};
