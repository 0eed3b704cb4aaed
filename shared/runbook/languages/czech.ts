import type { Language } from './language.ts'

export const CZECH: Language = {
  smallWords:
    'nikdy|je|jsou|se|na|do|z|ze|v|ve|pro|že|pokud|když|nebo|ale|od|po|při|s|si|k|ke|není|aby|jako|které|který|která|než|po|za|tak|bude|byl|jen|už|o',
  letters: 'áčďéěíňóřšťúůýž',
  orders:
    '(?!(?:\\p{L}*(?:lite|site|write|vite|suite|paste)|verwandte|paměť|ještě|dítě|část|oblast|místě|síť)(?!\\p{L}))(?:\\p{L}{3,}(?:ovat|ujte|ejte|ajte|ěte|ěte|něte|ďte|ťte|žte|šte|čte|řte|ste|pte|vte|dte|ite)|(?:z|pře|vy|o|na|za|do|od|u|po|při|roz|re)?(?:kontrolovat|restartovat|spustit|zastavit|smazat|mazat|otevřít|zavřít|vymazat|ověřit|počkat|zjistit|najít|nastavit|změnit|přidat|odebrat|zvýšit|snížit|obnovit|vrátit|vyčistit|uvolnit|přepnout|vypnout|zapnout|kliknout|zadat|stáhnout|nahrát|poslat|zavolat|informovat|použít|zkusit|opakovat|přihlásit|připojit|odpojit|projít|prohlédnout|podívat|sledovat|zálohovat|eskalovat|provést|vytvořit|upravit|opravit|přesunout)|zkontroluj|restartuj|spusť|zastav|smaž|otevři|ověř|počkej|zjisti|najdi|nastav|změň|přidej|zvyš|sniž|obnov|vrať|vyčisti|přepni|vypni|zapni|zkus|použij|zavolej|pošli|podívej|proveď|vytvoř|oprav|uprav|přihlas|eskaluj|počkejte|jdi|jděte|přejdi|informuj)(?: se)?(?!\\p{L})|(?:restart|kontrola|ověření|obnova|zastavení|spuštění|smazání|vyčištění|zvýšení|snížení|přepnutí|eskalace)(?= \\p{L})',
  leadIns:
    '(?:potom|pak|poté|nejdříve|nejprve|následně|nakonec|také|nebo|prosím|případně|pokud je to (?:nutné|možné)|v případě potřeby|ručně|okamžitě|vždy|znovu|jinak|je třeba|je nutné|nezapomeň(?:te)?)',
  advises:
    '(?<!(?:pokud|když|že) )(?:je (?:třeba|nutné|potřeba|vhodné|možné)|musíte|můžete|doporučuje se|měli byste)(?: \\p{L}+){0,3} (?!(?:vidět|být|mít)(?!\\p{L}))\\p{L}+(?:at|it|et|ět|out|ovat|íst|ést)',
  cases: 'pokud|když|jestliže|v případě|jakmile|až|jinak|kdyby',
  openings: 'aby|pro|před|po|potom|na|v|ve|z|s|pomocí|k|do',
  opensFreely: 'před|po|na|v|ve|z|v případě',
  foretells:
    '(?:očekávan[ýáé](?: (?:výsledek|výstup|hodnota|stav))?)(?= ?(?::|$))|(?:měl[ioay]?|měla|mělo) (?:\\p{L}+ )?(?:vidět|být|vrátit|zobrazit|zmizet)|uvidíte',
  forbids:
    '(?:(?:prosím|a|ale|tak) )*(?:(?!nezapome|neváhej|nech|netstat|netsuite|negotiate)ne\\p{L}{3,}(?:te|ejte|ujte|ovat|at|it|ět)|nikdy)|(?!pokud|když)(?:[^,;:]{0,80} )?(?:se )?nesm(?:í|íte|ějí)|za žádných okolností|v žádném případě|(?:je |(?!pokud|když)[^,;:]{0,80} (?:je|jsou) )?(?:přísně )?zakázán\\p{L}*',
  states:
    'lze|je|jsou|byl|byla|bylo|byly|bude|budou|může|mohou|má|mají|obsahuje|znamená|ukazuje|vyžaduje|závisí|umožňuje|způsobuje|běží|neběží|nefunguje|není|neodpovídá|dochází|nastane',
  callOuts: 'pozor|důležité|poznámka|varování|upozornění|tip|info|nebezpečí',
  points: 'viz(?: také)?|více (?:informací|podrobností)|podrobnosti',
  examples: 'například|příklad(?:y)?|např\\.?|jako(?: například)?',
  trouble:
    'porucha|chyb[ay]|nefunguje|neodpovídá|nelze|pln[ýáé]|pomal\\p{L}+|zpožd\\p{L}+|vypršel\\p{L}*|nedostupn\\p{L}+|vysok\\p{L}+|výpadek',
  headings: {
    symptoms: 'p[rř][ií]znaky|symptomy|detekce|kdy pou[zž][ií]t.*',
    cause: '(?:mo[zž]n[eé] )?p[rř][ií][cč]in[ay]',
    impact: 'dopad(?:y)?|vliv|n[aá]sledky',
    mitigation:
      '[rř]e[sš]en[ií]|n[aá]prava|oprava|obnova|n[aá]pravn[aá] opat[rř]en[ií]|co d[eě]lat|opat[rř]en[ií]|ov[eě][rř]en[ií]|kontrola',
    debugging:
      'diagnostika|postup|kroky|anal[yý]za|[sš]et[rř]en[ií]|prvn[ií] kroky|kontroly|co zkontrolovat|odstra[nň]ov[aá]n[ií] probl[eé]m[uů]',
    escalation: 'eskalace|kontakty?',
    meaning: 'popis|p[rř]ehled|[uú][cč]el|c[ií]l|kontext|[uú]vod|v[yý]znam|shrnut[ií]',
    prerequisites: 'p[rř]edpoklady|po[zž]adavky|p[rř][ií]stupy?',
    afterwards: 'prevence|po incidentu|pou[cč]en[ií]',
    reference: 'viz tak[eé]|odkazy|pozn[aá]mky|obsah|p[rř][ií]lohy',
    scenarios: '([cč]ast[eé]|zn[aá]m[eé]|b[eě][zž]n[eé]) (?:probl[eé]my|chyby|poruchy)|sc[eé]n[aá][rř]e',
    sources: 'zdroje dat|z[aá]vislosti',
  },
  leadsToCode:
    '(?:spusťte|spusť|proveďte|použijte|zadejte)(?: (?:následující|tento) (?:příkaz|dotaz|příkazy))?|příkaz|dotaz',
  headsBans:
    'co nedělat|čeho se vyvarovat|zakázan[éoý](?: (?:akce|příkazy))?|nikdy|(?:nikdy )?(?:to(?:to)? )?ne(?:spouštět|spouštějte|spouštěj|dělat|dělejte|provádět|provádějte|používat|používejte)(?: (?:toto|to|tento příkaz|nikdy|v produkci))*',
  because: 'protože|neboť|jelikož',
  pointsBelow: 'následující\\p{L}*|níže',
  runs: '(?:spusťte|spustit|spusť|proveďte|provést|zadejte)(?: příkaz){0,2}',
  checks: 'zkontroluj(?:te)?|zkontrolovat|ověř(?:te|it)?|potvrď(?:te)?|kontrola|ověření|ujistěte',
}
