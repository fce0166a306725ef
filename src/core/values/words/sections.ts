/** What a section of a plan may be called for, in any of the languages below. */
export type SectionWord =
  | 'metrics'
  | 'risks'
  | 'dependencies'
  | 'review'
  | 'nextSteps'
  | 'about'
  | 'ignored'
  | 'tasks'
  | 'outcomes'
  | 'criteria';

/** Names of sections and labels beside the English ones, by language, in lower case; compared as a whole. */
const names: Readonly<Record<SectionWord, string>> = {
  metrics:
    'erfolgskennzahlen|kennzahlen|metriken|indicateurs de succès|indicateurs|métriques|métricas|métricas de éxito|indicadores|métricas de sucesso|metriche|metriche di successo|succescriteria|metryki|метрики|метрики успеха|показатели|метрики успіху|показники|成功指标|关键指标|指标|成功指標|關鍵指標|指標|成功の指標|評価指標|성공 지표|지표|핵심 지표|başarı metrikleri|metrik keberhasilan|chỉ số thành công',
  risks:
    "risiken|risiken und maßnahmen|risques|risques et mitigations|riesgos|riesgos y mitigaciones|riscos|riscos e mitigações|rischi|risico’s|risico's|ryzyka|ryzyko|риски|ризики|риски и меры|风险|风险与对策|风险管理|風險|風險管理|リスク|リスクと対策|リスク管理|위험|리스크|위험 요소|위험 관리|riskler|risiko|rủi ro|rizika|risker",
  dependencies:
    'abhängigkeiten|dépendances|dependencias|dependências|dipendenze|afhankelijkheden|zależności|зависимости|залежності|依赖|依赖关系|依賴|依賴關係|依存関係|의존성|bağımlılıklar|ketergantungan|phụ thuộc',
  review:
    'überprüfung|revue|revisión|revisão|revisione|evaluatie|przegląd|обзор плана|перегляд|回顾|评审|回顧|レビュー|見直し|검토|리뷰',
  nextSteps:
    'nächste schritte|prochaines étapes|étapes suivantes|próximos pasos|siguientes pasos|próximos passos|prossimi passi|passi successivi|volgende stappen|następne kroki|kolejne kroki|следующие шаги|дальнейшие шаги|наступні кроки|下一步|后续步骤|下一步计划|後續步驟|下一步計劃|次のステップ|다음 단계|sonraki adımlar|langkah selanjutnya|bước tiếp theo',
  about:
    'einleitung|einführung|überblick|übersicht|zusammenfassung|vision|ziel|ziele|hintergrund|fazit|introduction|aperçu|résumé|objectif|objectifs|contexte|conclusion|introducción|resumen|visión|visión general|objetivo|objetivos|contexto|conclusión|introdução|resumo|visão|visão geral|conclusão|introduzione|panoramica|riepilogo|visione|obiettivo|obiettivi|contesto|conclusione|inleiding|overzicht|samenvatting|visie|doel|doelen|doelstellingen|wprowadzenie|przegląd projektu|podsumowanie|wizja|cel|cele|введение|обзор|резюме|видение|цель|цели|контекст|заключение|вступ|огляд|бачення|мета|цілі|висновок|简介|概述|概览|总结|愿景|目标|背景|前言|簡介|概覽|總結|願景|目標|はじめに|概要|まとめ|ビジョン|目的|소개|개요|요약|비전|목표|배경|결론|giriş|genel bakış|özet|vizyon|hedefler|amaç|pendahuluan|ringkasan|tujuan|giới thiệu|tổng quan|mục tiêu',
  ignored:
    'inhaltsverzeichnis|inhalt|legende|verweise|links|ressourcen|mitwirken|beitragen|anmerkungen|hinweise|glossar|änderungsprotokoll|nicht-ziele|nicht geplant|außerhalb des umfangs|table des matières|sommaire|légende|références|ressources|contribuer|notes|remarques|glossaire|journal des modifications|non-objectifs|hors périmètre|tabla de contenidos|tabla de contenido|índice|contenido|leyenda|referencias|recursos|contribuir|cómo contribuir|notas|glosario|registro de cambios|fuera de alcance|fuera del alcance|sumário|conteúdo|legenda|referências|como contribuir|contribuindo|histórico de versões|fora do escopo|indice|riferimenti|risorse|contribuire|come contribuire|note|glossario|fuori ambito|inhoudsopgave|inhoud|referenties|bijdragen|opmerkingen|niet gepland|buiten scope|spis treści|odnośniki|zasoby|uwagi|poza zakresem|содержание|оглавление|легенда|обозначения|условные обозначения|ссылки|ресурсы|примечания|заметки|глоссарий|не цели|вне рамок|история изменений|зміст|позначення|умовні позначення|посилання|ресурси|примітки|нотатки|глосарій|не цілі|історія змін|目录|图例|说明|参考|参考资料|相关链接|贡献|如何贡献|贡献指南|备注|注意事项|术语表|变更日志|更新日志|版本历史|非目标|不做的事|目錄|圖例|說明|參考|參考資料|相關連結|貢獻|如何貢獻|備註|術語表|變更日誌|更新日誌|版本歷史|非目標|目次|凡例|参考文献|参考リンク|関連リンク|備考|注意|用語集|変更履歴|対象外|スコープ外|목차|범례|참고|참고 자료|참고자료|관련 문서|기여|기여하기|비고|주의사항|용어집|변경 이력|변경이력|비목표|범위 외|제외|içindekiler|kaynaklar|katkıda bulunma|notlar|daftar isi|referensi|catatan|mục lục|tài liệu tham khảo|ghi chú',
  tasks:
    'aufgaben|arbeitspakete|tâches|livrables|tareas|entregables|tarefas|entregas|entregáveis|attività|compiti|taken|zadania|задачи|задания|завдання|任务|工作项|交付物|任務|工作項|タスク|成果物|作業|작업|할 일|과제|산출물|görevler|tugas|công việc|nhiệm vụ',
  outcomes:
    'ergebnisse|erwartete ergebnisse|résultats|résultats attendus|résultat|bénéfices|resultados|resultados esperados|beneficios|benefícios|risultati|risultati attesi|resultaten|verwachte resultaten|rezultaty|результаты|ожидаемые результаты|результат|результати|очікувані результати|成果|预期成果|预期结果|收益|預期成果|預期結果|期待される成果|期待効果|効果|결과|기대 효과|기대효과|sonuçlar|hasil|kết quả',
  criteria:
    "akzeptanzkriterien|abnahmekriterien|erfolgskriterien|critères d'acceptation|critères de succès|critères de réussite|criterios de aceptación|criterios de éxito|critérios de aceitação|critérios de aceite|critérios de sucesso|criteri di accettazione|criteri di successo|acceptatiecriteria|kryteria akceptacji|критерии приёмки|критерии приемки|критерии успеха|критерии готовности|критерії приймання|критерії успіху|критерії готовності|验收标准|成功标准|完成标准|验收条件|驗收標準|成功標準|驗收條件|受け入れ基準|受入基準|完了条件|成功基準|완료 조건|완료 기준|인수 조건|성공 기준|kabul kriterleri|kriteria penerimaan|tiêu chí chấp nhận",
};

const byName = new Map<string, SectionWord>();
for (const [section, group] of Object.entries(names) as [SectionWord, string][]) {
  for (const name of group.replaceAll('’', "'").split('|')) if (!byName.has(name)) byName.set(name, section);
}

/** What a section or label of that name holds; the name in lower case, without markup. */
export function sectionOfWord(name: string): SectionWord | undefined {
  return byName.get(name);
}
