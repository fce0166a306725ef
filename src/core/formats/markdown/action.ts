import { plainTitle } from '../plainTitle.js';

/** Verbs that begin an item of work: `Add smoke tests`, `Configurar alertas`. The commonest of plans, by language. */
const first = new Set(
  [
    // English, as an order; the `-s` and `-ing` forms are reduced to it.
    'add adopt align allow analyse analyze apply audit automate avoid benchmark build change clean collect complete configure connect consider consolidate convert cover create debug decide define delete deliver deploy deprecate design develop disable document drop enable enforce enhance ensure establish evaluate expand explore export expose extend extract finalise finalize find finish fix formalise formalize generate get grow handle harden identify implement import improve increase init initialise initialize install instrument integrate introduce investigate isolate launch learn link load make manage map measure merge migrate monitor move normalise normalize optimise optimize organise organize package plan polish port post prepare profile provide prune publish re-enable redesign reduce refactor refine refresh remove rename render replace report research resolve restore restructure rethink review revamp revise rework rewrite run save schedule secure send set setup share ship show simplify split stabilise stabilize standardise standardize start stop store streamline strip support switch sync test track train translate trim try unify update upgrade use validate verify wire wrap write',
    // Portuguese, Spanish, Italian, French infinitives.
    'adicionar agregar ajustar analisar analizar aplicar atualizar actualizar automatizar adaptar añadir avaliar evaluar configurar conectar construir converter convertir corrigir corregir criar crear cifrar definir desenvolver desarrollar desplegar documentar eliminar remover entregar escrever escribir estabelecer establecer estender extender executar ejecutar explorar exportar finalizar garantir garantizar gerar generar habilitar implantar implementar importar incluir iniciar instalar integrar investigar lanzar lançar limpar limpiar medir melhorar mejorar migrar monitorar monitorear mostrar otimizar optimizar organizar permitir planejar planificar preparar publicar realizar reduzir reducir refatorar refactorizar reescrever reescribir renomear renombrar revisar separar substituir sustituir suportar soportar testar probar traduzir traducir unificar usar validar verificar',
    'aggiungere aggiornare implementare creare configurare definire sviluppare integrare migliorare ottimizzare rimuovere scrivere testare verificare',
    'ajouter améliorer analyser automatiser configurer corriger créer définir déployer développer documenter écrire étendre intégrer mettre migrer nettoyer optimiser publier réduire refactoriser remplacer supprimer tester traduire valider vérifier',
    // Russian and Ukrainian.
    'добавить исправить реализовать создать написать настроить обновить улучшить удалить переписать проверить сделать перенести оптимизировать поддержать внедрить додати виправити реалізувати створити написати налаштувати оновити поліпшити видалити переписати перевірити зробити перенести',
    'dodać naprawić zaimplementować stworzyć napisać skonfigurować zaktualizować poprawić usunąć toevoegen implementeren maken schrijven verbeteren verwijderen',
  ]
    .join(' ')
    .split(' '),
);

/** German puts the verb last: `Smoke-Tests ergänzen`. */
const last =
  /(?:^|\s|-)(?:absichern|anbinden|anlegen|anpassen|aufbauen|aufräumen|aufsplitten|ausbauen|auslagern|aktualisieren|automatisieren|bauen|beheben|bereinigen|bereitstellen|definieren|dokumentieren|durchführen|einbauen|einführen|einrichten|entfernen|entwickeln|ergänzen|ermöglichen|ersetzen|erstellen|erweitern|hinzufügen|implementieren|integrieren|isolieren|konfigurieren|migrieren|optimieren|prüfen|reduzieren|refaktorieren|schreiben|testen|umbauen|umsetzen|umstellen|unterstützen|validieren|verbessern|vereinfachen|verankern|veröffentlichen|verschieben)$/u;

/** Chinese verbs that begin an item, written without a blank behind them. */
const chinese =
  /^(?:添加|新增|增加|实现|支持|优化|修复|重构|完善|改进|更新|创建|编写|集成|迁移|移除|删除|设计|开发|部署|测试|实施|引入|整理|配置|搭建)/;

/** Whether a title says that something is to be done: it begins with a verb of work, or ends with one in German. */
export function isAction(title: string): boolean {
  const plain = plainTitle(title);
  const word = /^(?:re-)?[\p{L}]{2,20}(?![\p{L}\p{N}_-])/u.exec(plain)?.[0];
  if (word && (first.has(word) || isForm(word))) return true;
  return chinese.test(plain) || last.test(plain);
}

/** `Adding`, `adds`, `added` */
function isForm(word: string): boolean {
  const stem = /^(.{2,18}?)(?:ing|ed|e?s)$/.exec(word)?.[1];
  return stem !== undefined && (first.has(stem) || first.has(`${stem}e`) || first.has(stem.replace(/(.)\1$/, '$1')));
}
