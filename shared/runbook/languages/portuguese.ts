import type { Language } from './language.ts'

const VERBS =
  '(?:re|des)?(?:verific|verifiqu|revis|chec|chequ|confir|inici|execut|rod|lanc|arranc|par|elimin|apag|apagu|remov|delet|limp|purg|esvazi|staur|cuper|consult|olh|observ|examin|inspecion|analis|identific|identifiqu|confirm|valid|monitor|list|mostr|abr|fech|busc|busqu|procur|encontr|filtr|localiz|conect|acess|entr|naveg|selecion|escolh|clic|cliqu|digit|insir|inser|escrev|anot|document|registr|avis|notific|notifiqu|inform|contat|contact|cham|lig|escal|acion|pergunt|peç|ped|solicit|aument|increment|reduz|diminu|baix|modific|alter|mud|corrij|corrig|acrescent|adicion|tir|implant|implement|public|publiqu|vert|volt|copi|mov|nomei|nome|cri|ger|atualiz|instal|configur|habilit|ativ|suspend|tom|forc|liber|compar|test|tent|pet|aguard|esper|us|utiliz|aplic|apliqu|fix|assegur|garant|certifiqu|guard|export|import|baix|carreg|migr|isol|dren|mat|trat|solv|resolv|substitu|ajust|determin|avali|estim|calcul|decid|program|planej|cancel|bloque|vog|nov|rot|comuniqu|comunic|termin|finaliz|complet|prossig|materializ|prepar|lei|lê|anul|limit|envi|captur|colet|reún|investig|investigu|sincroniz|congel|redirecion|direcion|marqu|arquiv|anex|atribu|compil|reprocess|descart|acompanh|inspecion|correlacion|transfir|transfer|deix|lev|mantenh|form|defin|derrub|sub|proced|reaproveit|faç|promov|trunc|revert|matricul|realiz)'

export const PORTUGUESE: Language = {
  smallWords:
    'nunca|nenhuma|o|a|os|as|de|do|da|dos|das|um|uma|e|é|são|está|estão|para|com|em|por|que|se|não|no|na|nos|nas|ao|à|seu|sua|como|mais|este|esta|sem|quando|desde|há|após|pelo|pela|ou|já|até',
  letters: 'ãõçáéíóúâêô',
  orders: `(?!(?:para|entre|baixa|carga|lista|liga|sobre|nome|marca|rota|mata|limite|rode|cria|form[ae]|leve|nova|nove|parada|user|complete|aplica(?= a)|indica|monitor|alter|inform)(?!\\p{L}))${VERBS}(?:ar|er|ir|or|a|e|em|am|emos)(?:-?(?:l[oa]s?|se|[oa]s?))?|(?:ir|vá|vai) (?:para|a|ao|à|até)(?!\\p{L})|pôr|ponha|colocar|coloque|faz|faça|fazer|manter|mantenha|obter|obtenha|ver(?! também)|veja(?! também)|siga|seguir|pedir|reproduzir|ler|leia|rode|crie|carregue|altere|leve|(?!docker|cluster|server|worker|user|broker|container|lugar|master|scheduler|router)\\p{L}{3,}(?:ar|er|ir)(?:-?l[oa]s?|-se)?(?= (?:o|os|as|um|uma|ao|à|do|da|que|se|seu|sua|cada|tod[oa]s?|est[ea]s?|manualmente|novamente) )|(?:reinício|reinicialização|verificação|revisão|remoção|exclusão|limpeza|restauração|aumento|redução|parada|criação|identificação|notificação|recuperação|reversão|execução|atualização|ativação|desativação|rotação|análise|reprocessamento|reimplantação|abertura|fechamento)(?= (?:de|do|da|dos|das|a|ao|em|manual) ?)`,
  leadIns:
    '(?:depois|em seguida|então|primeiro|finalmente|por fim|por último|também|além disso|e|ou|a seguir|por favor|caso contrário|se (?:necessário|preciso|possível|aplicável)|imediatamente|sempre|manualmente|é preciso|deve-se|recomenda-se|lembre-se de|tente|não esqueça de|não se esqueça de|basta)',
  advises:
    '(?<!(?:se|quando|que|caso) )(?:(?:é|será) (?:necessário|recomendável|recomendado|preciso|possível|melhor)|deve-se|pode-se|recomenda-se|você (?:deve|deverá|pode|poderá|deveria|precisa)|podemos|devemos|é preciso|convém|o próximo passo é|a solução é|tem que|temos que|basta) (?!(?:ver|observar|terminar|mostrar|aparecer|ser|estar|retornar|ficar|haver|conter)(?!\\p{L}))\\p{L}+(?:ar|er|ir)(?:-?l[oa]s?|-se)?|\\p{L}+(?:ar|er|ir) (?:\\p{L}+ ){1,6}(?:resolve|soluciona|corrige|libera)',
  cases: 'se|caso|em caso de|quando|uma vez|assim que|enquanto|caso contrário|senão',
  openings: 'para|antes|depois|após|em|no|na|desde|com|a partir|ao|sem|por|como último recurso|via|pelo|pela',
  opensFreely: 'antes|depois|após|ao|no|na|em|desde|em caso',
  foretells:
    'deveriam?|(?:resultado |valor |saída |resposta |estado )?esperad[oa]s?(?= ?(?::|\\(|$))|(?:espera-se|deverá|deverão|você verá|deve(?:m|ria|riam)?) (?:\\p{L}+ )?(?:ver|observar|aparecer|mostrar|terminar|retornar|estar|ser|ficar|conter)?',
  forbids:
    '(?:(?:por favor|e|mas|então|você|nunca),? )*(?:não(?! (?:se )?esque| hesit| há)|nunca|jamais)|(?:sob|em) (?:nenhuma (?:circunstância|hipótese)|nenhum caso|hipótese (?:alguma|nenhuma))|de (?:jeito nenhum|forma alguma|modo algum)|(?:é )?(?:estritamente |expressamente |terminantemente )?proibido|(?!se)[^,;:]{0,80} (?:é|são|está|estão) (?:estritamente |expressamente )?proibid[oa]s?|(?!se)[^,;:]{0,80} não (?:deve|devem) ser \\p{L}+d[oa]s?|evit(?:e|ar|em)',
  states:
    'é|são|está|estão|era|foi|foram|será|serão|tem|têm|pode|podem|indica|indicam|significa|permite|contém|fica|ficam|há|existe|existem|causa|provoca|depende|costuma|falha|falham|bloqueia|ocorre|mostra|aparece|corresponde|aplica|evita|não (?:responde|há|existe|tem)|ajuda',
  bearsInMind: '(?:lembre(?:-se)?(?: de)?|tenha em mente|saiba|esteja ciente(?: de)?)(?: também)? que',
  callOuts: 'atenção|importante|nota|aviso|cuidado|observação|obs\\.?|dica|info|perigo|lembrete',
  points:
    'ver(?: também)?|veja(?: também)?|consult(?:e|ar) (?:a documentação|o guia|o manual)|para mais (?:detalhes|informações)',
  examples: 'por exemplo|exemplos?|p\\. ?ex\\.?|tais como|como|ex\\.?',
  trouble:
    'queda|falhas?|falhou|falhando|erros?|lent[oa]s?|cheia|cheio|travad\\p{L}+|parad[oa]s?|não \\p{L}+|expirad[oa]s?|atras\\p{L}+|alt[oa]|fora do ar|indisponível|perdid\\p{L}+|acumulad[oa]s?',
  headings: {
    symptoms: 'sintomas?(?: .*)?|sinais|detec[cç][aã]o|gatilhos?|quando usar.*|condi[cç][aã]o de disparo',
    cause:
      '(?:poss[ií]veis )?causas?(?: poss[ií]veis| prov[aá]veis| comuns| frequentes)?|causa raiz|como (?:o|a|os|as) .*',
    impact: 'impacto(?: .*)?|consequ[eê]ncias',
    mitigation:
      'resolu[cç][aã]o|solu[cç](?:[aã]o|[oõ]es)|mitiga[cç][aã]o|remedia[cç][aã]o|a[cç](?:[aã]o|[oõ]es)(?: imediatas?| corretivas?| recomendadas?| a tomar)?|recupera[cç][aã]o|corre[cç][aã]o|restaura[cç][aã]o|resposta|o que fazer|como (?:resolver|corrigir)(?: .*)?|(?:procedimentos?|passos|plano|etapas) de (?:recupera[cç][aã]o|resolu[cç][aã]o|mitiga[cç][aã]o|restaura[cç][aã]o|rollback|revers[aã]o)|revers[aã]o|conten[cç][aã]o|verifica[cç][aã]o|valida[cç][aã]o',
    debugging:
      'diagn[oó]stico(?: \\p{L}+)?|investiga[cç][aã]o|an[aá]lise|passos|primeiros passos|etapas|passo a passo|procedimentos?|verifica[cç][oõ]es(?: .*)?|solu[cç][aã]o de problemas|resolu[cç][aã]o de problemas|checklist|lista de verifica[cç][aã]o|o que (?:verificar|checar)|instru[cç][oõ]es',
    escalation:
      'escalonamento|escala[cç][aã]o|conta[ct]?tos?(?: .*)?|escalada|quem (?:acionar|contatar|chamar)|plant[aã]o',
    meaning:
      'descri[cç][aã]o|resumo|prop[oó]sito|objetivos?|contexto|escopo|introdu[cç][aã]o|vis[aã]o geral|significado',
    prerequisites: 'pr[eé] requisitos|requisitos|acessos?(?: necess[aá]rios?)?|antes de come[cç]ar',
    afterwards: 'preven[cç][aã]o|p[oó]s incidente|acompanhamento|li[cç][oõ]es aprendidas|melhorias|post ?mortem',
    reference:
      'refer[eê]ncias|links(?: [uú]teis)?|veja tamb[eé]m|ver tamb[eé]m|anexos?|[ií]ndice|sum[aá]rio|observa[cç][oõ]es|notas?|comunica[cç][aã]o|gloss[aá]rio|hist[oó]rico|recursos|m[eé]tricas|o que este .* n[aã]o cobre',
    scenarios:
      'cen[aá]rios(?: .*)?|problemas (?:comuns|conhecidos|frequentes)|erros (?:comuns|conhecidos|frequentes)|incidentes (?:comuns|t[ií]picos)|casos comuns',
    sources: 'fontes de dados|depend[eê]ncias',
  },
  leadsToCode:
    '(?:execut(?:ar|e)|rod(?:ar|e)|us(?:ar|e)|utiliz(?:ar|e))(?: (?:o|os|a|este|esse) (?:seguintes? )?(?:comandos?|consultas?)(?: (?:abaixo|a seguir))?| o seguinte| isto| isso)?|comandos?|consultas?',
  headsBans:
    'o que não (?:(?:se )?deve(?:mos)? )?fazer|(?:ações )?a evitar|evitar|(?:ações |comandos )?proibid[oa]s?|(?:é )?(?:(?:estritamente|expressamente|terminantemente) )?proibido (?:fazer|executar|rodar|usar)(?: (?:isto|isso|este comando|o comando a seguir|em produção))*|(?:jamais|nunca)(?: em produção)?|(?:não|jamais|nunca) (?:(?:se deve|deve) )?(?:fazer|faça|executar|execute|rodar|rode|usar|use)(?: (?:isto|isso|este comando|o comando a seguir|nunca|em produção))*',
  because: 'porque|pois|já que|visto que',
  pointsBelow: 'seguintes?|abaixo|a seguir',
  runs: '(?:execut(?:e|ar|a)|rod(?:e|ar|a)|digite)(?: (?:o comando|então)){0,2}',
  checks:
    'verifi(?:car|que|ca|cação)|chec(?:ar|que)|chequ?e|confirm(?:ar|e|a)|valid(?:ar|e|a|ação)|garant(?:ir|a)|certifi(?:que|car)',
}
