import type { ExpectedRunbook } from './expected-runbook.ts'

/** Samples written in other languages than English, whose headings and labels announce the same parts. */
export const expectedOtherLanguages: Readonly<Record<string, ExpectedRunbook>> = {
  'auf-deutsch.md': {
    title: 'Störungen der Ladestrecke',
    titleFrom: 'heading',
    parts: ['meaning', 'meaning', 'debugging', 'mitigation', 'escalation'],
    general: [
      'Eingangsordner ansehen',
      'Protokoll der Übertragung lesen',
      'Übertragung neu anstoßen',
      'Lieferant anrufen',
      'Platte voll: Alte Dateien löschen (df -h /srv/laden)',
      'Anmeldung gesperrt: Kennwort erneuern',
    ],
    scenarios: {},
    commands: ['df -h /srv/laden'],
  },
  'en-francais.md': {
    title: "File d'envoi bloquée",
    titleFrom: 'heading',
    parts: ['meaning', 'debugging', 'mitigation'],
    general: [
      'Regarder la taille de la file avec kubectl get queue envois.',
      'Lire les journaux du facteur.',
      "Relancer le facteur, sauf après un git push récent : dans ce cas prévenir l'équipe.",
      'Vider la file des doublons.',
    ],
    scenarios: {},
    commands: ['kubectl get queue envois'],
  },
  'em-portugues.md': {
    title: 'Carga noturna',
    titleFrom: 'heading',
    parts: ['meaning'],
    general: [
      'Verificar o estado da fila com filactl estado --tudo.',
      'Confirmar as variáveis da conexão.',
      'Reiniciar o carregador.',
      'Revisar os registros da noite.',
      'Se necessário, apagar a carga de hoje.',
    ],
    scenarios: {},
    commands: ['filactl estado --tudo'],
  },
  'nihongo.md': {
    title: '夜間バッチ障害対応',
    titleFrom: 'heading',
    parts: ['meaning', 'impact', 'debugging', 'mitigation', 'escalation'],
    general: ['ジョブの状態を確認する', '直近のログを見る', 'ジョブを再実行する', '件数を照合する'],
    scenarios: {},
    commands: ['jobctl status sales'],
  },
}
